//! The jobs J1 and J2 in Rust: a loop, and rayon over chunks.
//!
//! floor JOB HOW THREADS ROUNDS INPUT OUTPUT
//!   JOB is J1 or J2, HOW is loop or rayon. Prints run time and CPU time of the best round and of the
//!   mean one, in milliseconds; writes what the last round gave to OUTPUT.
//!
//! What does not change in a row is shared, as it is in Java, by counting references.

use rayon::prelude::*;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::mem;
use std::ptr;
use std::sync::Arc;
use std::time::Instant;

const CHUNK: usize = 1_000;

struct Product {
    id: u64,
    title: Arc<str>,
    brand: Arc<str>,
    category: Arc<str>,
    sku: Arc<str>,
    cents: i64,
    stock: i64,
}

struct Labelled {
    product: Product,
    label: String,
}

/// A job: what becomes of a row, if anything.
trait Job: Sync {
    type Row: Sync;
    type Out: Send;

    fn read(line: &str) -> Self::Row;
    fn step(row: &Self::Row) -> Option<Self::Out>;
    fn write(out: &Self::Out, text: &mut String);
}

struct J1;

impl Job for J1 {
    type Row = i64;
    type Out = i64;

    fn read(line: &str) -> i64 {
        line.parse().expect("a number")
    }

    fn step(row: &i64) -> Option<i64> {
        let x = row * 3 + 7;
        if x % 2 == 0 {
            Some((x - 1) * 5)
        } else {
            None
        }
    }

    fn write(out: &i64, text: &mut String) {
        writeln!(text, "{out}").expect("a text takes all");
    }
}

struct J2;

impl Job for J2 {
    type Row = Product;
    type Out = Labelled;

    fn read(line: &str) -> Product {
        let cells: Vec<&str> = line.split('\t').collect();
        Product {
            id: cells[0].parse().expect("an id"),
            title: cells[1].into(),
            brand: cells[2].into(),
            category: cells[3].into(),
            sku: cells[4].into(),
            cents: cells[5].parse().expect("a price"),
            stock: cells[6].parse().expect("a stock"),
        }
    }

    fn step(row: &Product) -> Option<Labelled> {
        let title = if row.title.to_lowercase().contains("shirt") {
            camel_case(&row.title)
        } else {
            format!("{} {}", row.brand, row.title)
        };
        if row.stock >= 100 {
            return None;
        }
        let mut label = String::with_capacity(row.brand.len() + 8);
        label.push_str(&row.brand);
        label.push(' ');
        push_price(row.cents, &mut label);
        Some(Labelled {
            product: Product {
                id: row.id,
                title: title.into(),
                brand: row.brand.clone(),
                category: row.category.clone(),
                sku: row.sku.clone(),
                cents: row.cents,
                stock: row.stock,
            },
            label,
        })
    }

    fn write(out: &Labelled, text: &mut String) {
        let p = &out.product;
        writeln!(
            text,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            p.id, p.title, p.brand, p.category, p.sku, p.cents, p.stock, out.label
        )
        .expect("a text takes all");
    }
}

/// The words run together, each but the first with a capital.
fn camel_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if out.is_empty() {
            out.push_str(&word.to_lowercase());
        } else {
            let mut rest = word.chars();
            out.extend(rest.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(&rest.as_str().to_lowercase());
        }
    }
    out
}

/// A price with no more decimals than there are.
fn push_price(cents: i64, out: &mut String) {
    write!(out, "{}", cents / 100).expect("a text takes all");
    let rest = cents % 100;
    if rest != 0 {
        write!(out, ".{}", rest / 10).expect("a text takes all");
        if rest % 10 != 0 {
            write!(out, "{}", rest % 10).expect("a text takes all");
        }
    }
}

/// One round: what comes out, in order, in chunks.
fn round<J: Job>(rows: &[J::Row], parallel: bool) -> Vec<Vec<J::Out>> {
    let all = |chunk: &[J::Row]| chunk.iter().filter_map(J::step).collect::<Vec<_>>();
    if parallel {
        rows.par_chunks(CHUNK).map(all).collect()
    } else {
        vec![all(rows)]
    }
}

fn measure<J: Job>(how: &str, rounds: usize, input: &str, output: &str) {
    let rows: Vec<J::Row> = fs::read_to_string(input).expect("the input").lines().map(J::read).collect();
    let mut walls = Vec::new();
    let mut cpus = Vec::new();
    for _ in 0..rounds {
        let (wall, cpu) = (Instant::now(), cpu_millis());
        drop(made(round::<J>(&rows, how == "rayon")));
        walls.push(wall.elapsed().as_secs_f64() * 1e3);
        cpus.push(cpu_millis() - cpu);
    }
    let mut text = String::new();
    round::<J>(&rows, how == "rayon").iter().flatten().for_each(|out| J::write(out, &mut text));
    fs::write(output, text).expect("the output");
    println!("{:.3} {:.3} {:.3} {:.3}", best(&walls), best(&cpus), mean(&walls), mean(&cpus));
}

/// The value, which the compiler has to have made.
fn made<T>(value: T) -> T {
    unsafe {
        let read = ptr::read_volatile(&value);
        mem::forget(value);
        read
    }
}

fn best(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The mean of the second half: the first is the warm-up.
fn mean(values: &[f64]) -> f64 {
    let warm = &values[values.len() / 2..];
    warm.iter().sum::<f64>() / warm.len() as f64
}

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanos: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

/// The CPU time of the process, all threads, on Linux.
fn cpu_millis() -> f64 {
    const CLOCK_PROCESS_CPUTIME_ID: i32 = 2;
    let mut time = Timespec { seconds: 0, nanos: 0 };
    let failed = unsafe { clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    assert_eq!(failed, 0, "no clock of CPU time");
    time.seconds as f64 * 1e3 + time.nanos as f64 / 1e6
}

fn main() {
    let words: Vec<String> = env::args().collect();
    let (job, how, threads, rounds, input, output) = match words.as_slice() {
        [_, job, how, threads, rounds, input, output] => (job, how, threads, rounds, input, output),
        _ => panic!("floor JOB HOW THREADS ROUNDS INPUT OUTPUT"),
    };
    let threads = threads.parse().expect("a count of threads");
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().expect("a pool");
    let rounds = rounds.parse().expect("a count of rounds");
    match job.as_str() {
        "J1" => measure::<J1>(how, rounds, input, output),
        "J2" => measure::<J2>(how, rounds, input, output),
        other => panic!("no job named {other}"),
    }
}
