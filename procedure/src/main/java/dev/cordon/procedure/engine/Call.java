package dev.cordon.procedure.engine;

/** The call that makes a change. Its exceptions are given their meaning by the {@link FailureClassifier}. */
@FunctionalInterface
public interface Call<T> {
    Answered<T> call() throws Exception;
}
