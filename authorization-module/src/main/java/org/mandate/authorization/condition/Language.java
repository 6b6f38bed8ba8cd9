package org.mandate.authorization.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.Optional;
import org.mandate.authorization.Network;

/** The language of conditions: what they may name, what they may call, and how far they may go; see also {@link Effort}. */
final class Language {

    private static final int LONGEST_SOURCE = 2_000;
    private static final int DEEPEST = 32;
    private static final int MOST_ITERATIONS = 500;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST_SOURCE)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(1)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .build();

    static final CelType OPEN = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private static final CelType SUBJECT = struct(
            "subject",
            ImmutableMap.of(
                    "id",
                    SimpleType.STRING,
                    "type",
                    SimpleType.STRING,
                    "username",
                    SimpleType.STRING,
                    "attributes",
                    OPEN));
    private static final CelType RESOURCE =
            struct("resource", ImmutableMap.of("id", SimpleType.STRING, "type", SimpleType.STRING, "attributes", OPEN));
    private static final CelType ACTION =
            struct("action", ImmutableMap.of("name", SimpleType.STRING, "properties", OPEN));

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new Types(ImmutableList.of(SUBJECT, RESOURCE, ACTION)))
            .addVar("subject", SUBJECT)
            .addVar("resource", RESOURCE)
            .addVar("action", ACTION)
            .addVar("context", OPEN)
            .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    "ipIn",
                    CelOverloadDecl.newGlobalOverload(
                            "ipIn_string_string", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardFunctions(Effort.uncounted())
            .addFunctionBindings(Effort.counted())
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "ipIn", CelFunctionBinding.from("ipIn_string_string", String.class, String.class, Language::ipIn)))
            .build();

    private static final CelValidator TO_KEEP = CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
            .addAstValidators(new Futile())
            .build();

    /** What could only fail, whatever it is evaluated for. */
    private static final CelValidator LITERALS = CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
            .addAstValidators(
                    RegexLiteralValidator.INSTANCE,
                    TimestampLiteralValidator.INSTANCE,
                    DurationLiteralValidator.INSTANCE)
            .build();

    private Language() {}

    static Program compile(String source) throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree checked = COMPILER.compile(source).getAst();
        return RUNTIME.createProgram(LITERALS.validate(checked).getAst());
    }

    /** Refuse what could only fail and is found by {@link Futile} alone. */
    static void check(String source) throws CelValidationException {
        TO_KEEP.validate(COMPILER.compile(source).getAst()).getAst();
    }

    private static boolean ipIn(String ip, String block) {
        Network network = Network.parse(block)
                .orElseThrow(() -> new IllegalArgumentException("ipIn needs a block like `10.0.0.0/8`"));
        return network.contains(ip);
    }

    private static CelType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    private record Types(ImmutableList<CelType> all) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableSet.copyOf(all);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return all.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
