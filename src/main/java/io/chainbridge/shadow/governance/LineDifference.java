package io.chainbridge.shadow.governance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * How one text became another. Line ends are all the same here, and it does not matter whether the
 * last line has one.
 *
 * @param added the new lines
 * @param deleted how many of the old ones are gone
 */
record LineDifference(List<Change.Line> added, int deleted) {

  static LineDifference between(String before, String after) {
    RawText old = text(before);
    RawText now = text(after);
    List<Change.Line> added = new ArrayList<>();
    int deleted = 0;
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now)) {
      deleted += edit.getLengthA();
      for (int line = edit.getBeginB(); line < edit.getEndB(); line++) {
        added.add(new Change.Line(line + 1, now.getString(line)));
      }
    }
    return new LineDifference(added, deleted);
  }

  private static RawText text(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    String ended = lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    return new RawText(ended.getBytes(StandardCharsets.UTF_8));
  }
}
