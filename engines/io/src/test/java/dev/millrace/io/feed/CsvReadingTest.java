package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Type;
import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
  @TempDir Path folder;

  private Feed read(String text) throws IOException {
    return read(text, ReadOptions.DEFAULT);
  }

  private Feed read(String text, ReadOptions options) throws IOException {
    return Feeds.read(Feeds.file(folder, "feed.csv", text), options);
  }

  private static ReadOptions types(Map<String, Type> types) {
    return new ReadOptions(types, ReadOptions.DEFAULT.nullCells());
  }

  @Test
  void read_rows_haveTheirIndexAsRow() throws IOException {
    var rows = read("a\nx\ny\nz\n").iterator();
    assertThat(rows.next().row()).isZero();
    assertThat(rows.next().row()).isEqualTo(1);
    assertThat(rows.next().row()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          0;-1;12.50;9223372036854775808 | NUMBER
          007;1 | TEXT
          0401234567890;4012345678901 | TEXT
          1.;2 | TEXT
          .5;2 | TEXT
          +1;2 | TEXT
          1e3;2 | TEXT
          -;2 | TEXT
          true;false;null | BOOLEAN
          true;FALSE | TEXT
          true;1 | TEXT
          [];[1];[{}] | LIST
          {};{} | MAP
          [];{} | TEXT
          [1;[2] | TEXT
          [1];[2]] | TEXT
          null;; | TEXT
          1;"";2 | NUMBER
          "1";"2" | NUMBER
          """)
  void read_column_hasTheTypeThatAllItsCellsHave(String cells, Type type) throws IOException {
    String rows = String.join(",x\n", cells.split(";", -1));
    assertThat(read("a,b\n" + rows + ",x\n").schema().typeOf("a")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void read_separatorOfTheHeader_separatesTheCells(String separator) throws IOException {
    String text = "id~title~\"a,b;c,d\"\n1~\"x~y\"~z\n".replace("~", separator);
    Feed feed = read(text);
    assertThat(feed.schema().names()).containsExactly("id", "title", "a,b;c,d");
    assertThat(feed.iterator().next().get(1)).hasToString("x" + separator + "y");
  }

  @Test
  void read_typedCells_areValues() throws IOException {
    Feed feed = read("n,b,l,m,t\n12.50,true,\"[1,null]\",\"{\"\"k\"\":\"\"v\"\"}\",x\n,,,,\n");
    assertThat(feed.schema().toString()).isEqualTo("n:number, b:boolean, l:list, m:map, t:text");
    assertThat(Feeds.rows(feed))
        .containsExactly("12.5 true [1,null] {\"k\":\"v\"} \"x\"", "null null null null null");
  }

  @Test
  void read_emptyCells_areNullUnlessQuotedInATextColumn() throws IOException {
    Feed feed = read("t,n\nx,1\n,\n\"\",\"\"\nnull,null\n\"null\",\"null\"\n");
    assertThat(Feeds.rows(feed))
        .containsExactly("\"x\" 1", "null null", "\"\" null", "null null", "null null");
  }

  @Test
  void read_nullCellsNamed_takeThePlaceOfNull() throws IOException {
    Feed feed = read("t\nN/A\nnull\n\"\"\nx\n", new ReadOptions(Map.of(), Set.of("N/A", "")));
    assertThat(Feeds.rows(feed)).containsExactly("null", "\"null\"", "null", "\"x\"");
  }

  @Test
  void read_quotedCells_keepCommasQuotesAndLineBreaks() throws IOException {
    Feed feed = read("a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"x\r\ny\",\"\n\"\r\n");
    assertThat(Feeds.rows(feed))
        .containsExactly("\"1,2\" \"say \\\"hi\\\"\"", "\"x\\r\\ny\" \"\\n\"");
  }

  @Test
  void read_byteOrderMarkAndEmoji_areUnderstood() throws IOException {
    Feed feed = read("\uFEFFgröße,цвет\n🔥,e\u0301\n");
    assertThat(feed.schema().names()).containsExactly("größe", "цвет");
    assertThat(Feeds.rows(feed)).containsExactly("\"🔥\" \"e\u0301\"");
  }

  @Test
  void read_emptyLines_arePassedOverButInOneColumnAreNull() throws IOException {
    assertThat(Feeds.rows(read("\na,b\n\nx,y\n\n"))).containsExactly("\"x\" \"y\"");
    assertThat(Feeds.rows(read("a\nx\n\ny\n"))).containsExactly("\"x\"", "null", "\"y\"");
  }

  @Test
  void read_lastLineWithoutEnd_isRead() throws IOException {
    assertThat(Feeds.rows(read("a,b\nx,\"y\""))).containsExactly("\"x\" \"y\"");
    assertThat(Feeds.rows(read("a,b\nx,"))).containsExactly("\"x\" null");
    assertThat(Feeds.rows(read("a,b\rx,y\r"))).containsExactly("\"x\" \"y\"");
  }

  @Test
  void read_headerOnly_isAnEmptyFeed() throws IOException {
    Feed feed = read("a,b\n");
    assertThat(feed.size()).isZero();
    assertThat(feed.schema().toString()).isEqualTo("a:text, b:text");
  }

  @Test
  void read_compressed_isReadWhateverItsName() throws IOException {
    String text = "a,b\n" + "x,1\n".repeat(100_000);
    assertThat(FeedReader.read(Feeds.gzip(folder, "f.csv.gz", text)).size()).isEqualTo(100_000);
    assertThat(FeedReader.read(Feeds.gzip(folder, "f.dat", text)).size()).isEqualTo(100_000);
    assertThat(FeedReader.read(Feeds.file(folder, "g.csv.gz", "a\n1\n")).size()).isEqualTo(1);
  }

  @Test
  void read_quotesAndCommasInTheMiddleOfCells_areText() throws IOException {
    assertThat(Feeds.rows(read("a,b\n31.5\" vase,5'\n")))
        .containsExactly("\"31.5\\\" vase\" \"5'\"");
  }

  @Test
  void read_cellsLongerThanAnyBuffer_areWhole() throws IOException {
    String cell = "é🔥\n".repeat(30_000);
    Feed feed = read("a,b\n\"" + cell + "\",1\n");
    assertThat(feed.iterator().next().get(0).toString()).isEqualTo(cell);
  }

  @Test
  void read_quotedCellWithCarriageReturnAtTheEndOfARow_isKept() throws IOException {
    assertThat(Feeds.rows(read("a,b\nx,\"1\r2\"\ny,\"\r\"\n")))
        .containsExactly("\"x\" \"1\\r2\"", "\"y\" \"\\r\"");
    assertThat(Feeds.rows(read("a\n\"1\r2\"\nx\n"))).containsExactly("\"1\\r2\"", "\"x\"");
  }

  @Test
  void read_spaces_areKeptInCellsAndPassedOverAroundQuotes() throws IOException {
    assertThat(Feeds.rows(read("a,b\n x , \"y\" \n"))).containsExactly("\" x \" \"y\"");
  }

  @Test
  void read_tinyFiles_areWhole() throws IOException {
    assertThat(Feeds.rows(read("c\nv"))).containsExactly("\"v\"");
    assertThat(read("c").size()).isZero();
    assertThat(Feeds.rows(read("c\n1"))).containsExactly("1");
  }

  @Test
  void read_typesGiven_areNotInferred() throws IOException {
    Feed feed =
        read(
            "gtin,price,any,list\n0012,1e-2,[1],\"[\"\"a\"\"]\"\n12,007,x,\n",
            types(
                Map.of(
                    "gtin", Type.TEXT, "price", Type.NUMBER, "any", Type.ANY, "list", Type.LIST)));
    assertThat(feed.schema().toString()).isEqualTo("gtin:text, price:number, any:any, list:list");
    assertThat(Feeds.rows(feed))
        .containsExactly("\"0012\" 0.01 [1] [\"a\"]", "\"12\" 7 \"x\" null");
  }

  @Test
  void read_cellThatDoesNotFitItsType_namesLineFieldAndRemedy() throws IOException {
    Path file = Feeds.file(folder, "feed.csv", "t,price\n\"a\nb\",1\nc,12.99 EUR\n");
    assertThatThrownBy(() -> FeedReader.read(file, types(Map.of("price", Type.NUMBER))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": line 4: field 'price': '12.99 EUR' is not a number; read the field as text,"
                + " or correct it");
  }

  @Test
  void read_typeOfNoField_suggestsOne() throws IOException {
    Path file = Feeds.file(folder, "feed.csv", "price\n1\n");
    assertThatThrownBy(() -> FeedReader.read(file, types(Map.of("prise", Type.TEXT))))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": has no field 'prise' to give a type; did you mean 'price'?");
  }
}
