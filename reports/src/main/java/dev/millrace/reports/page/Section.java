package dev.millrace.reports.page;

import java.util.List;

/// A part of the page with a heading of its own. Each is a class and a line in [Sections#ALL].
///
/// What it says is a pure function of the content. Headings inside it that have an `id` are entries
/// of the navigation; all of it is also in the Markdown.
interface Section {
  /// The address of the heading within the page: lower-case letters.
  String id();

  /// The words of the heading.
  String title();

  /// What stands below the heading; nothing, when the section has nothing to say of the content: it
  /// is then left out.
  List<Html> body(Content content);
}
