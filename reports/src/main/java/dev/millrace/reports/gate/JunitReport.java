package dev.millrace.reports.gate;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A comparison as JUnit XML: a test case for each series.
///
/// Regressed and missing fail, not comparable is an error, inconclusive and new are skipped.
final class JunitReport {
  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Comparison comparison) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitReport(xml).write(comparison);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void write(Comparison comparison) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeStartElement("testsuite");
    attribute("name", "gate " + comparison.candidate() + " against " + comparison.baseline());
    attribute("tests", comparison.judgements().size());
    attribute("failures", comparison.count(Verdict.REGRESSED) + comparison.count(Verdict.MISSING));
    attribute("errors", comparison.count(Verdict.NOT_COMPARABLE));
    attribute("skipped", comparison.count(Verdict.INCONCLUSIVE) + comparison.count(Verdict.NEW));
    for (var judgement : comparison.judgements()) {
      testCase(judgement);
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
    attribute("name", judgement.identity().label());
    switch (judgement.verdict()) {
      case REGRESSED, MISSING -> outcome("failure", judgement);
      case NOT_COMPARABLE -> outcome("error", judgement);
      case INCONCLUSIVE, NEW -> outcome("skipped", judgement);
      case PASS, IMPROVED -> output(judgement);
    }
    xml.writeEndElement();
  }

  private void outcome(String element, Judgement judgement) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute("message", Words.sentence(judgement));
    if (!element.equals("skipped")) {
      attribute("type", judgement.verdict().words());
    }
  }

  private void output(Judgement judgement) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(clean(Words.sentence(judgement)));
    xml.writeEndElement();
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value.toString()));
  }

  /// XML 1.0 has no place for control characters, not even escaped.
  private static String clean(String text) {
    return text.replaceAll("[\\x00-\\x1F\\uFFFE\\uFFFF]", " ");
  }
}
