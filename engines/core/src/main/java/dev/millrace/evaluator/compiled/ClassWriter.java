package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Members.Member;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes the class file of an assembly.
///
/// ```
/// final class Generated extends Program {
///   long constant0; String[] input0; long[] result0; …
///   void constants(Object[] values) { constant0 = (long) values[0]; … }
///   void batch(Object[] values) { input0 = (String[]) values[0]; … }
///   int run(int size, int[] places) { for (i < size) { places[count] = i; count += item(i, count); } … }
///   int item(int index, int place) { …; result0[place] = …; return 1; }
/// }
/// ```
///
/// The item is a method of its own, since HotSpot counts calls: it is compiled after some hundred
/// items, a loop of thousands only after many batches. What it makes of an item that is left out is
/// overwritten by the next.
final class ClassWriter {
  private static final int SETTER = 200;
  private static final ClassDesc PROGRAM = Code.desc(Program.class);
  private static final MethodTypeDesc SETTING = Code.type(void.class, Object[].class);

  private final Assembly assembly;
  private final Members members;

  private ClassWriter(Assembly assembly, Members members) {
    this.assembly = assembly;
    this.members = members;
  }

  /// The class file.
  ///
  /// @param members gets its fields
  static byte[] write(Assembly assembly, Members members) {
    var writer = new ClassWriter(assembly, members);
    return ClassFile.of().build(Code.SELF, writer::writeAll);
  }

  private void writeAll(ClassBuilder to) {
    to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_SUPER)
        .withSuperclass(PROGRAM);
    method(to, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassWriter::construct);
    method(to, "run", Code.type(int.class, int.class, int[].class), ClassWriter::loop);
    assembly
        .parts()
        .forEach((name, statements) ->
            method(to, name, Code.own(int.class), code -> part(statements, code)));
    assembly
        .values()
        .forEach((name, term) ->
            method(to, name, Code.own(term.form().kind().type()), code -> value(term, code)));
    setter(to, "constants", members.ofConstants());
    setter(to, "batch", members.ofBatch());
    for (Member member : members.all()) {
      to.withField(member.name(), Code.desc(member.type()), 0);
    }
  }

  @FunctionalInterface
  private interface Body {
    void write(CodeBuilder code);
  }

  private static void method(ClassBuilder to, String name, MethodTypeDesc type, Body body) {
    to.withMethodBody(name, type, ClassFile.ACC_SYNTHETIC, body::write);
  }

  private static void construct(CodeBuilder code) {
    code.aload(0).invokespecial(PROGRAM, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_();
  }

  private static void loop(CodeBuilder code) {
    int size = code.parameterSlot(0);
    int places = code.parameterSlot(1);
    int count = code.allocateLocal(TypeKind.INT);
    int index = code.allocateLocal(TypeKind.INT);
    var end = code.newLabel();
    code.iconst_0().istore(count).iconst_0().istore(index);
    var next = code.newBoundLabel();
    code.iload(index).iload(size).if_icmpge(end);
    code.aload(places).iload(count).iload(index).iastore();
    code.iload(count).aload(0).iload(index).iload(count);
    code.invokevirtual(Code.SELF, "item", Code.own(int.class));
    code.iadd().istore(count).iinc(index, 1).goto_(next);
    code.labelBinding(end).iload(count).ireturn();
  }

  private void part(List<Statement> statements, CodeBuilder to) {
    var code = new Code(to, members);
    statements.forEach(statement -> statement.write(code));
    to.iconst_1().ireturn().labelBinding(code.dropped()).iconst_0().ireturn();
  }

  private void value(Term term, CodeBuilder to) {
    term.push(new Code(to, members));
    to.return_(term.form().kind().onStack());
  }

  /// Writes a method that sets fields to the elements of an array, some of them at a time.
  private static void setter(ClassBuilder to, String name, List<Member> fields) {
    int parts = Math.ceilDiv(fields.size(), SETTER);
    for (int part = 0; part < parts; part++) {
      int from = part * SETTER;
      int end = Math.min(fields.size(), from + SETTER);
      method(
          to,
          name + part,
          SETTING,
          code -> {
            for (int i = from; i < end; i++) {
              set(fields.get(i), i, code);
            }
            code.return_();
          });
    }
    method(
        to,
        name,
        SETTING,
        code -> {
          for (int part = 0; part < parts; part++) {
            code.aload(0).aload(1);
            code.invokevirtual(Code.SELF, name + part, SETTING);
          }
          code.return_();
        });
  }

  private static void set(Member field, int index, CodeBuilder code) {
    code.aload(0).aload(1).loadConstant(index).aaload();
    switch (TypeKind.from(field.type())) {
      case LONG -> unbox(code, Long.class, "longValue", long.class);
      case INT -> unbox(code, Integer.class, "intValue", int.class);
      default -> code.checkcast(Code.desc(field.type()));
    }
    code.putfield(Code.SELF, field.name(), Code.desc(field.type()));
  }

  private static void unbox(CodeBuilder code, Class<?> box, String method, Class<?> type) {
    code.checkcast(Code.desc(box)).invokevirtual(Code.desc(box), method, Code.type(type));
  }
}
