package dev.cordon.evidence;

import java.time.InstantSource;

class InMemoryCustodyLogTest extends CustodyLogContract {
    @Override
    protected CustodyLog emptyLog() {
        return new InMemoryCustodyLog(InstantSource.fixed(Acquisitions.ACQUIRED_AT));
    }
}
