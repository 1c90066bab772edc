package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class CompilerDirectiveTest {
  @Test
  void add_onHotSpot_isTaken() throws JMException {
    assertThat(CompilerDirective.add()).isTrue();
    assertThat(command("compilerDirectivesPrint"))
        .contains(Code.SELF.packageName().replace('.', '/') + "/" + Code.SELF.displayName());
    command("compilerDirectivesRemove");
  }

  private static String command(String name) throws JMException {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                name,
                new Object[0],
                new String[0]);
  }
}
