package dev.cordon.investigation.fraud;

/** Where the bank that sent the money is: who is called and how long there is time hang on it. */
public enum Jurisdiction {
    US,
    UK,
    EU,
    OTHER
}
