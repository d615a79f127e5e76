import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bodies of the methods that {@link LinkEarly} writes; null for a call whose form is not known here. */
final class PlainCode {

    private static final ClassDesc STRING_BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private static final Map<ClassDesc, ClassDesc> BOXES = Map.of(
            CD_boolean,
            CD_Boolean,
            CD_byte,
            CD_Byte,
            CD_char,
            CD_Character,
            CD_double,
            CD_Double,
            CD_float,
            CD_Float,
            CD_int,
            CD_Integer,
            CD_long,
            CD_Long,
            CD_short,
            CD_Short);

    private PlainCode() {}

    /** The pieces and arguments of a text, one after the other (StringConcatFactory). */
    static final class Concatenation {

        private static final char ARGUMENT = '\1';
        private static final char CONSTANT = '\2';

        static Consumer<CodeBuilder> of(MethodTypeDesc type, List<ConstantDesc> arguments) {
            String recipe = (String) arguments.getFirst();
            // Constants of their own are only for texts that hold the two signs themselves.
            return recipe.indexOf(CONSTANT) >= 0 ? null : code -> write(code, type, recipe);
        }

        private static void write(CodeBuilder code, MethodTypeDesc type, String recipe) {
            begin(code);
            int next = 0;
            for (String piece : recipe.splitWithDelimiters(String.valueOf(ARGUMENT), 0)) {
                if (piece.equals(String.valueOf(ARGUMENT))) {
                    ClassDesc argument = type.parameterType(next);
                    code.loadLocal(TypeKind.from(argument), code.parameterSlot(next++));
                    append(code, argument);
                } else if (!piece.isEmpty()) {
                    code.loadConstant(piece);
                    append(code, CD_String);
                }
            }
            end(code);
        }

        static void begin(CodeBuilder code) {
            code.new_(STRING_BUILDER).dup().invokespecial(STRING_BUILDER, "<init>", MethodTypeDesc.ofDescriptor("()V"));
        }

        static void end(CodeBuilder code) {
            code.invokevirtual(STRING_BUILDER, "toString", MethodTypeDesc.of(CD_String))
                    .areturn();
        }

        static void append(CodeBuilder code, ClassDesc type) {
            ClassDesc wide =
                    switch (type.descriptorString()) {
                        case "B", "S" -> CD_int;
                        case "Ljava/lang/String;", "C", "D", "F", "I", "J", "Z" -> type;
                        default -> CD_Object;
                    };
            code.invokevirtual(STRING_BUILDER, "append", MethodTypeDesc.of(STRING_BUILDER, wide));
        }
    }

    /** The first of some classes and texts that a value is of, from a certain one on (SwitchBootstraps.typeSwitch). */
    static final class TypeSwitch {

        static Consumer<CodeBuilder> of(List<ConstantDesc> labels) {
            boolean known = labels.stream()
                    .allMatch(
                            label -> label instanceof String || label instanceof ClassDesc type && !type.isPrimitive());
            return known ? code -> write(code, labels) : null;
        }

        private static void write(CodeBuilder code, List<ConstantDesc> labels) {
            code.aload(0).ifThen(Opcode.IFNULL, isNull -> isNull.iconst_m1().ireturn());
            for (int i = 0; i < labels.size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                if (labels.get(i) instanceof ClassDesc type) {
                    code.aload(0).instanceOf(type).ifeq(next);
                } else {
                    code.loadConstant(labels.get(i)).aload(0);
                    code.invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object))
                            .ifeq(next);
                }
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }
    }

    /** What every record has, by its components (ObjectMethods). */
    record RecordMethod(ClassDesc owner, List<DirectMethodHandleDesc> getters) {

        static Consumer<CodeBuilder> of(String name, ClassDesc owner, List<ConstantDesc> arguments) {
            List<DirectMethodHandleDesc> getters = new ArrayList<>();
            for (ConstantDesc argument : arguments.subList(2, arguments.size())) {
                getters.add((DirectMethodHandleDesc) argument);
            }
            RecordMethod method = new RecordMethod(owner, getters);
            return switch (name) {
                case "equals" -> method::writeEquals;
                case "hashCode" -> method::writeHashCode;
                default -> method::writeToString;
            };
        }

        private ClassDesc get(CodeBuilder code, DirectMethodHandleDesc getter) {
            ClassDesc type = getter.invocationType().returnType();
            code.getfield(owner, getter.methodName(), type);
            return type;
        }

        private void writeHashCode(CodeBuilder code) {
            code.iconst_0();
            for (DirectMethodHandleDesc getter : getters) {
                code.bipush(31).imul().aload(0);
                ClassDesc type = get(code, getter);
                ClassDesc hasher = type.isPrimitive() ? BOXES.get(type) : OBJECTS;
                ClassDesc hashed = type.isPrimitive() ? type : CD_Object;
                code.invokestatic(hasher, "hashCode", MethodTypeDesc.of(CD_int, hashed))
                        .iadd();
            }
            code.ireturn();
        }

        private void writeEquals(CodeBuilder code) {
            Label same = code.newLabel();
            Label differs = code.newLabel();
            code.aload(0).aload(1).if_acmpeq(same);
            code.aload(1).instanceOf(owner).ifeq(differs);
            for (DirectMethodHandleDesc getter : getters) {
                code.aload(0);
                ClassDesc type = get(code, getter);
                code.aload(1).checkcast(owner);
                get(code, getter);
                if (type.isPrimitive()) {
                    code.invokestatic(BOXES.get(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                            .ifne(differs);
                } else {
                    code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                            .ifeq(differs);
                }
            }
            code.labelBinding(same)
                    .iconst_1()
                    .ireturn()
                    .labelBinding(differs)
                    .iconst_0()
                    .ireturn();
        }

        private void writeToString(CodeBuilder code) {
            Concatenation.begin(code);
            code.loadConstant(owner);
            code.invokevirtual(ClassDesc.of("java.lang.Class"), "getSimpleName", MethodTypeDesc.of(CD_String));
            Concatenation.append(code, CD_String);
            String before = "[";
            for (DirectMethodHandleDesc getter : getters) {
                code.loadConstant(before + getter.methodName() + "=");
                Concatenation.append(code, CD_String);
                code.aload(0);
                Concatenation.append(code, get(code, getter));
                before = ", ";
            }
            code.loadConstant(getters.isEmpty() ? "[]" : "]");
            Concatenation.append(code, CD_String);
            Concatenation.end(code);
        }
    }
}
