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
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The method bodies that {@link ReplaceDynamicCalls} writes; null for a call of an unknown form. */
final class ReplacementBodies {

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

    private ReplacementBodies() {}

    /** A switch: the index of the first label, at or after a given one, that matches a value (SwitchBootstraps). */
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

    /** The methods {@code equals} and {@code hashCode} of a record (ObjectMethods). */
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
                default -> null;
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
    }
}
