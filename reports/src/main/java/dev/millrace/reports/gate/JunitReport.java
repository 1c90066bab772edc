package dev.millrace.reports.gate;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A comparison as JUnit XML: a test case for each series.
///
/// What keeps the gate shut fails, or is an error where nothing could be compared; what is let
/// through without proof is skipped.
final class JunitReport {
  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";
  private static final String PASSED = "";

  private final Comparison comparison;
  private final XMLStreamWriter xml;

  private JunitReport(Comparison comparison, XMLStreamWriter xml) {
    this.comparison = comparison;
    this.xml = xml;
  }

  static String of(Comparison comparison) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitReport(comparison, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeStartElement("testsuite");
    attribute("name", "gate " + comparison.candidate() + " against " + comparison.baseline());
    attribute("tests", comparison.judgements().size());
    attribute("failures", count(FAILURE));
    attribute("errors", count(ERROR));
    attribute("skipped", count(SKIPPED));
    for (var judgement : comparison.judgements()) {
      testCase(judgement);
    }
    if (!comparison.remarks().isEmpty()) {
      xml.writeCharacters("\n  ");
      output(String.join("\n", comparison.remarks()));
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void testCase(Judgement judgement) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute("classname", judgement.identity().qualifiedClass());
    attribute("name", judgement.label());
    var outcome = outcome(judgement);
    if (outcome.equals(PASSED)) {
      output(Words.sentence(judgement));
    } else {
      element(outcome, judgement);
    }
    xml.writeEndElement();
  }

  private long count(String outcome) {
    return comparison.judgements().stream().filter(each -> outcome(each).equals(outcome)).count();
  }

  private String outcome(Judgement judgement) {
    return switch (judgement.verdict()) {
      case ERROR, NOT_COMPARABLE -> ERROR;
      case REGRESSED -> FAILURE;
      case MISSING, RENAMED, INCONCLUSIVE -> comparison.blocks(judgement) ? FAILURE : SKIPPED;
      case ACCEPTED, NEW -> SKIPPED;
      case PASS, IMPROVED -> PASSED;
    };
  }

  private void element(String element, Judgement judgement) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute("message", Words.sentence(judgement));
    attribute("type", judgement.verdict().words());
  }

  private void output(String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(Words.plain(text));
    xml.writeEndElement();
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, Words.plain(value.toString()));
  }
}
