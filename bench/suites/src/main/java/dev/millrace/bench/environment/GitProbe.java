package dev.millrace.bench.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks git about the working tree that holds a file.
final class GitProbe {
  private final Path folder;

  GitProbe(Path within) {
    Path parent = within.toAbsolutePath().getParent();
    this.folder = Files.isDirectory(within) || parent == null ? within : parent;
  }

  Environment.Project project() {
    String commit = ask("rev-parse", "HEAD");
    String changes = commit == null ? null : ask("status", "--porcelain");
    return new Environment.Project(commit, changes == null ? null : (Boolean) !changes.isEmpty());
  }

  /// What git answers; null when there is no git or no working tree.
  private @Nullable String ask(String... question) {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(question));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? answer.strip() : null;
    } catch (IOException noGit) {
      return null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
