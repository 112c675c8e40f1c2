package dev.cordon.investigation.labelled;

import java.util.Locale;
import java.util.function.Consumer;

/** A story of thirty days, how many people live it, and in which half: never in both. */
enum SignInStory {
    ORDINARY_OFFICE(Half.TUNING, 6, HonestDays::office),
    ORDINARY_HOME_OFFICE(Half.TEST, 6, HonestDays::homeOffice),
    BUSINESS_TRIP(Half.TUNING, 3, HonestDays::businessTrip),
    VPN_EXIT_ABROAD(Half.TEST, 3, HonestDays::vpnAbroad),
    COMPANY_GATEWAY(Half.TUNING, 3, HonestDays::companyGateway),
    CARRIER_HOPPING(Half.TUNING, 2, HonestDays::carrierHopping),
    NEW_TELEPHONE(Half.TEST, 3, HonestDays::newTelephone),
    NEW_LAPTOP(Half.TUNING, 2, HonestDays::newLaptop),
    NIGHT_SHIFT(Half.TEST, 2, HonestDays::nightShift),
    SERVICE_ACCOUNT(Half.TUNING, 1, HonestDays::serviceAccount),
    SCANNER(Half.TEST, 1, HonestDays::scanner),
    SPLIT_TUNNEL(Half.TEST, 2, HonestDays::splitTunnel),
    CONFERENCE_WIRELESS(Half.TUNING, 2, HonestDays::conferenceWireless),
    PRIVACY_ADDRESSES(Half.TEST, 3, HonestDays::privacyAddresses),
    FORGOTTEN_PASSWORD(Half.TUNING, 2, HonestDays::forgottenPassword),
    HOLIDAY_ABROAD(Half.TEST, 3, HonestDays::holidayAbroad),
    BORDER_COMMUTER(Half.TUNING, 2, HonestDays::borderCommuter),
    HONEST_DEVICE_CODE(Half.TEST, 2, HonestDays::honestDeviceCode),
    PRIVATE_MACHINES(Half.TUNING, 2, HonestDays::privateMachines),
    NEW_COLLEAGUE(Half.TEST, 2, HonestDays::newColleague),
    DENIED_BY_MISTAKE(Half.TEST, 1, HonestDays::deniedByMistake),
    UPDATED_BROWSER(Half.TUNING, 2, HonestDays::updatedBrowser),
    SPRAY_IN_VAIN(Half.TUNING, 2, Intrusions::sprayInVain),
    DENIED_BY_VICTIM(Half.TEST, 2, Intrusions::deniedByVictim),
    PROXIED_SIGN_IN(Half.TUNING, 2, Intrusions::proxiedSignIn),
    PROXIED_BY_KIT(Half.TEST, 2, Intrusions::proxiedByKit),
    PROXY_IN_THE_RIGHT_CITY(Half.TEST, 2, Intrusions::proxyInTheRightCity),
    DEVICE_CODE(Half.TUNING, 2, Intrusions::deviceCode),
    DEVICE_CODE_FOR_REGISTRATION(Half.TEST, 1, Intrusions::deviceCodeForRegistration),
    OLD_PROTOCOL_SPRAY(Half.TUNING, 1, Intrusions::oldProtocolSpray),
    SLOW_SPRAY(Half.TEST, 1, Intrusions::slowSpray),
    IMPOSSIBLE_TRAVEL(Half.TUNING, 1, Intrusions::impossibleTravel),
    REPLAY_FROM_RENTED_NETWORK(Half.TUNING, 2, Intrusions::replayFromRentedNetwork),
    REPLAY_FROM_SAME_COUNTRY(Half.TEST, 1, Intrusions::replayFromSameCountry),
    CONSENT_THEN_NOTHING(Half.TUNING, 1, Intrusions::consentThenNothing),
    SILENT_AFTER_REVOCATION(Half.TEST, 2, Intrusions::silentAfterRevocation),
    FATIGUE(Half.TUNING, 1, Intrusions::fatigue),
    PATIENT_VISITOR(Half.TUNING, 2, Intrusions::patientVisitor),
    STOLEN_NUMBER(Half.TEST, 1, Intrusions::stolenNumber),
    STOLEN_ON_THE_ROAD(Half.TEST, 1, Intrusions::stolenOnTheRoad);

    final Half half;
    final int people;

    @SuppressWarnings("ImmutableEnumChecker") // always a method that keeps nothing
    private final Consumer<Diary> life;

    SignInStory(Half half, int people, Consumer<Diary> life) {
        this.half = half;
        this.people = people;
        this.life = life;
    }

    void writeInto(Diary diary) {
        life.accept(diary);
    }

    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which half of the material a story is in. */
    enum Half {
        TUNING,
        TEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
