{-# LANGUAGE BangPatterns #-}
{-# LANGUAGE OverloadedStrings #-}

-- | The jobs J1 and J2 in Haskell, on conduit: one conduit from end to end, and the two-level
-- pipeline whose outer conduit gives units of work that threads share.
--
-- > floor JOB HOW THREADS ROUNDS INPUT OUTPUT
--
-- JOB is J1 or J2, HOW is single or workor. Prints run time and CPU time of the best round and of
-- the mean one, in milliseconds; writes what a round gives to OUTPUT.
module Main (main) where

import Control.Concurrent hiding (yield)
import Control.Monad (forM, forM_, replicateM)
import Data.Char (isAlphaNum)
import Data.Conduit
import qualified Data.Conduit.List as CL
import Data.Int (Int64)
import qualified Data.Text as T
import qualified Data.Text.IO as T
import qualified Data.Text.Read as T
import GHC.Clock (getMonotonicTimeNSec)
import System.CPUTime (getCPUTime)
import System.Environment (getArgs)
import Text.Printf (printf)

data Product = Product
  { ident :: !Int64
  , title :: !T.Text
  , brand :: !T.Text
  , category :: !T.Text
  , sku :: !T.Text
  , cents :: !Int64
  , stock :: !Int64
  }

data Labelled = Labelled !Product !T.Text

-- | A job: how a row is read, what its actions are, and how what comes out is written.
data Job row out = Job
  { readRow :: T.Text -> row
  , actions :: ConduitT row out IO ()
  , writeOut :: out -> T.Text
  }

-- | The actions are composed at run time, as those of a plan are.
j1 :: Job Int64 Int64
j1 =
  Job
    { readRow = number
    , actions =
        foldr1 (.|) [CL.map (\x -> x * 3 + 7), CL.filter even, CL.map (\x -> (x - 1) * 5)]
    , writeOut = shown
    }

j2 :: Job Product Labelled
j2 =
  Job
    { readRow = fromCells . T.splitOn "\t"
    , actions = foldr1 (.|) [CL.map retitled, CL.filter ((< 100) . stock)] .| CL.map labelled
    , writeOut = written
    }
  where
    fromCells [a, b, c, d, e, f, g] = Product (number a) b c d e (number f) (number g)
    fromCells cells = error ("a row of " ++ show (length cells) ++ " cells")
    retitled p
      | "shirt" `T.isInfixOf` T.toLower (title p) = p {title = camelCase (title p)}
      | otherwise = p {title = T.concat [brand p, " ", title p]}
    labelled p = Labelled p (T.concat [brand p, " ", price (cents p)])
    written (Labelled p label) =
      T.intercalate "\t" $
        [shown (ident p), title p, brand p, category p, sku p]
          ++ [shown (cents p), shown (stock p), label]

number :: T.Text -> Int64
number = either error fst . T.signed T.decimal

shown :: Int64 -> T.Text
shown = T.pack . show

-- | The words run together, each but the first with a capital.
camelCase :: T.Text -> T.Text
camelCase text =
  case filter (not . T.null) (T.split (not . isAlphaNum) text) of
    [] -> T.empty
    word : rest -> T.concat (T.toLower word : map capitalised rest)
  where
    capitalised word = T.append (T.toUpper (T.take 1 word)) (T.toLower (T.drop 1 word))

-- | A price with no more decimals than there are.
price :: Int64 -> T.Text
price amount
  | rest == 0 = whole
  | rest `rem` 10 == 0 = T.concat [whole, ".", shown (rest `quot` 10)]
  | otherwise = T.concat [whole, ".", shown (rest `quot` 10), shown (rest `rem` 10)]
  where
    whole = shown (amount `quot` 100)
    rest = amount `rem` 100

-- | What the outer conduit gives: work that any thread may do, or a value.
data WorkOr value = Work (IO ()) | Value value

-- | A unit of work for each chunk, which puts what comes of it into a slot of its own; then all
-- slots, in the order of the chunks.
outer :: ConduitT row out IO () -> [([row], MVar [out])] -> ConduitT () (WorkOr [MVar [out]]) IO ()
outer inner chunks = do
  forM_ chunks $ \(chunk, slot) ->
    yield (Work (runConduit (CL.sourceList chunk .| inner .| evaluated) >>= putMVar slot))
  yield (Value (map snd chunks))

-- | All values, each of them evaluated.
evaluated :: ConduitT out Void IO [out]
evaluated = reverse <$> CL.foldM (\done !value -> pure (value : done)) []

-- | Threads share the outer conduit: whoever has it takes the next step, puts the rest back for the
-- others, and does the unit.
runWorkOr :: Int -> ConduitT () (WorkOr value) IO () -> IO value
runWorkOr threads conduit = do
  shared <- newMVar (sealConduitT conduit)
  result <- newEmptyMVar
  let worker = do
        pipe <- takeMVar shared
        (rest, next) <- pipe $$++ await
        putMVar shared rest
        case next of
          Just (Work unit) -> unit >> worker
          Just (Value value) -> putMVar result value >> worker
          Nothing -> pure ()
  ended <- forM [2 .. threads] $ \_ -> do
    end <- newEmptyMVar
    _ <- forkIO (worker >> putMVar end ())
    pure end
  worker
  mapM_ takeMVar ended
  takeMVar result

chunksOf :: Int -> [a] -> [[a]]
chunksOf _ [] = []
chunksOf size list = let (chunk, rest) = splitAt size list in chunk : chunksOf size rest

-- | One round: what comes out, in order, in chunks.
oneRound :: Job row out -> String -> Int -> [[row]] -> IO [[out]]
oneRound job "single" _ chunks =
  pure <$> runConduit (mapM_ CL.sourceList chunks .| actions job .| evaluated)
oneRound job "workor" threads chunks = do
  withSlots <- forM chunks $ \chunk -> (,) chunk <$> newEmptyMVar
  slots <- runWorkOr threads (outer (actions job) withSlots)
  mapM takeMVar slots
oneRound _ how _ _ = error ("no way named " ++ how)

measure :: Job row out -> String -> Int -> Int -> FilePath -> FilePath -> IO ()
measure job how threads rounds input output = do
  rows <- map (readRow job) . T.lines <$> T.readFile input
  let chunks = chunksOf 1000 rows
  forM_ chunks (mapM_ (\ !_ -> pure ()))
  times <- replicateM rounds $ do
    wall <- getMonotonicTimeNSec
    cpu <- getCPUTime
    given <- oneRound job how threads chunks
    !_ <- pure (sum (map length given))
    wallEnd <- getMonotonicTimeNSec
    cpuEnd <- getCPUTime
    pure (fromIntegral (wallEnd - wall) / 1e6, fromIntegral (cpuEnd - cpu) / 1e9)
  given <- oneRound job how threads chunks
  T.writeFile output (T.unlines (map (writeOut job) (concat given)))
  let (walls, cpus) = unzip times
  printf "%.3f %.3f %.3f %.3f\n" (minimum walls) (minimum cpus) (mean walls) (mean cpus)

-- | The mean of the second half: the first is the warm-up.
mean :: [Double] -> Double
mean values = sum warm / fromIntegral (length warm)
  where
    warm = drop (length values `div` 2) values

main :: IO ()
main = do
  arguments <- getArgs
  case arguments of
    [job, how, threads, rounds, input, output] -> do
      setNumCapabilities (read threads)
      case job of
        "J1" -> measure j1 how (read threads) (read rounds) input output
        "J2" -> measure j2 how (read threads) (read rounds) input output
        _ -> error ("no job named " ++ job)
    _ -> error "floor JOB HOW THREADS ROUNDS INPUT OUTPUT"
