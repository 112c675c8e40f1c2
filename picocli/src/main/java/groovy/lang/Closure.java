package groovy.lang;

/**
 * Nothing, under the name that picocli asks for at each start in order to see whether Groovy is there. Were it missing, the JVM
 * would open every jar of the distribution to look for it. No object is ever one, so picocli behaves as without Groovy. See
 * docs/decisions/0004.
 */
public final class Closure {
    private Closure() {}
}
