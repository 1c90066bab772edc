package dev.millrace.reports.trend;

import dev.millrace.reports.statistics.ChangePoints;
import dev.millrace.reports.statistics.FalseDiscoveries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A history and where its series change.
///
/// Guarantee: series that never change are marked in 5 % of histories at most, if there are no
/// others; of the series marked, 5 % at most have not changed ([ChangePoints] says for which
/// noise).
///
/// @param courses in the order of the history
public record Trend(History history, List<Course> courses) {
  /// The share of false ones among the series that are marked.
  public static final double FALSE_RATE = 0.05;

  /// Changes below one in a thousand are nobody's concern, however still a metric may be.
  private static final double RESOLUTION = 0.001;

  public Trend {
    courses = List.copyOf(courses);
  }

  /// The trend of a history.
  public static Trend of(History history) {
    var points =
        history.tracks().stream().map(track -> ChangePoints.of(track.logs(), RESOLUTION)).toList();
    var p = points.stream().filter(ChangePoints::mayChange).mapToDouble(ChangePoints::p).toArray();
    var level = FalseDiscoveries.level(p, FALSE_RATE);
    var courses = new ArrayList<Course>();
    for (var i = 0; i < points.size(); i++) {
      courses.add(new Course(history.tracks().get(i), points.get(i).levels(level)));
    }
    return new Trend(history, courses);
  }

  /// All changes of all series, the largest first.
  public List<Change> changes() {
    return courses.stream()
        .flatMap(course -> course.changes(history.runs()).stream())
        .sorted(Comparator.comparingDouble(Change::size).reversed())
        .toList();
  }

  /// The series that changed, the largest latest change first, and then the others.
  public List<Course> byLatestChange() {
    return courses.stream()
        .sorted(Comparator.comparingDouble(this::latestSize).reversed())
        .toList();
  }

  private double latestSize(Course course) {
    return course.changes() == 0 ? -1 : changes(course).getLast().size();
  }

  /// The changes of one series, in the order of time.
  public List<Change> changes(Course course) {
    return course.changes(history.runs());
  }
}
