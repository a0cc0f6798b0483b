// Validates PDF files against veraPDF profiles (ua1, 3a, ...): prints PASS or FAIL with the
// failed rules for each file and profile, and exits 1 if any file fails.
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
    private static final int LONGEST = 230;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean failed = false;
        for (String profile : arguments[0].split(",")) {
            for (int i = 1; i < arguments.length; i++) {
                failed |= !check(PDFAFlavour.byFlavourId(profile), arguments[i]);
            }
        }
        System.exit(failed ? 1 : 0);
    }

    private static boolean check(PDFAFlavour flavour, String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour + " " + file);
            Map<String, Integer> failures = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage();
                    failures.merge(rule.length() > LONGEST ? rule.substring(0, LONGEST) : rule, 1, Integer::sum);
                }
            }
            failures.forEach((rule, count) -> System.out.println("   x" + count + " " + rule));
            return result.isCompliant();
        }
    }
}
