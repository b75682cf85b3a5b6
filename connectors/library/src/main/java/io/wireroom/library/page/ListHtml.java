package io.wireroom.library.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The pages that list stories: front page, archive, tags. */
final class ListHtml {
  private static final int ON_THE_FRONT = 40;
  private static final int TOPICS = 8;

  /** The lead and the three beside it. */
  private static final int TOP = 4;

  private ListHtml() {}

  static byte[] front(Masthead masthead, List<Headline> stories) {
    var frame = new Frame(masthead, "", "");
    frame.describe(masthead.tagline());
    topics(frame, stories);
    if (stories.isEmpty()) {
      frame.main().appendElement("p").addClass("nothing").text("Nothing is published yet.");
    }
    if (!stories.isEmpty()) {
      top(frame, stories);
    }
    if (stories.size() > TOP) {
      var grid = frame.main().appendElement("section").addClass("stories");
      grid.attr("aria-label", "More stories");
      stories.stream()
          .limit(ON_THE_FRONT)
          .skip(TOP)
          .forEach(one -> story(frame, grid.appendElement("article"), one, "h2"));
    }
    if (stories.size() > ON_THE_FRONT) {
      var more = frame.main().appendElement("p").addClass("more");
      more.appendElement("a")
          .attr("href", "archive.html")
          .text("All " + stories.size() + " stories");
    }
    return frame.html();
  }

  private static void top(Frame frame, List<Headline> stories) {
    var top = frame.main().appendElement("div").addClass("top");
    story(frame, top.appendElement("section").addClass("lead"), stories.getFirst(), "h1");
    if (stories.size() > 1) {
      var latest = top.appendElement("section").addClass("latest");
      latest.appendElement("p").addClass("kicker").text("Latest");
      for (var one : stories.subList(1, Math.min(TOP, stories.size()))) {
        var item = latest.appendElement("article");
        frame.story(item.appendElement("h2"), one);
        Dates.day(item.appendElement("div").addClass("about"), one.published());
      }
    }
  }

  static byte[] tag(Masthead masthead, PageTag tag, List<Headline> stories) {
    var frame = new Frame(masthead, "../", tag.name());
    var head = frame.main().appendElement("header").addClass("topic");
    head.appendElement("p").addClass("kicker").text("Topic");
    head.appendElement("h1").attr("dir", "auto").text(tag.name());
    head.appendElement("p")
        .addClass("about")
        .text(stories.size() == 1 ? "1 story" : stories.size() + " stories");
    var list = frame.main().appendElement("section").addClass("list");
    stories.forEach(one -> story(frame, list.appendElement("article"), one, "h2"));
    return frame.html();
  }

  static byte[] archive(Masthead masthead, List<Headline> stories) {
    var frame = new Frame(masthead, "", "All stories");
    var head = frame.main().appendElement("header").addClass("topic");
    head.appendElement("h1").text("All stories");
    var months = new LinkedHashMap<String, List<Headline>>();
    for (var one : stories) {
      months.computeIfAbsent(Dates.month(one.published()), month -> new ArrayList<>()).add(one);
    }
    months.forEach((month, those) -> month(frame, month, those));
    return frame.html();
  }

  private static void month(Frame frame, String month, List<Headline> stories) {
    var section = frame.main().appendElement("section").addClass("month");
    section.appendElement("h2").text(month);
    var list = section.appendElement("ul");
    for (var one : stories) {
      var item = list.appendElement("li");
      Dates.day(item, one.published());
      item.appendText(" ");
      frame.story(item, one);
    }
  }

  private static void story(Frame frame, Element parent, Headline story, String heading) {
    frame.story(parent.appendElement(heading), story);
    Frame.line(parent, "p", "teaser", Optional.of(story.teaser()));
    var about = parent.appendElement("div").addClass("about");
    Dates.day(about, story.published());
    about.appendText(" ");
    frame.tags(about, story.tags());
  }

  /** What several stories share leads somewhere; other tags only where hardly any are shared. */
  private static void topics(Frame frame, List<Headline> stories) {
    var shared = Topics.shared(stories);
    var topics = shared.size() < 2 ? Topics.of(stories) : shared;
    if (topics.size() < 2) {
      return;
    }
    var nav = frame.main().appendElement("nav").addClass("topics").attr("aria-label", "Topics");
    frame.tags(nav, topics.stream().limit(TOPICS).toList());
  }
}
