package dev.cordon.simulator.exchange;

/** A cmdlet that failed: status, Exchange's exception class and its message. */
final class CmdletRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String STORE_TASKS = "Microsoft.Exchange.Management.StoreTasks.";

    private final int status;
    private final String exceptionClass;

    private CmdletRefusal(int status, String exceptionClass, String message) {
        super(message, null, false, false);
        this.status = status;
        this.exceptionClass = exceptionClass;
    }

    static CmdletRefusal notFound(String name) {
        return new CmdletRefusal(
                404,
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
                "The operation couldn't be performed because object '" + name
                        + "' couldn't be found on 'SIMULATED-DC01.PROD.OUTLOOK.COM'.");
    }

    static CmdletRefusal unknownParameter(String name) {
        return new CmdletRefusal(
                400,
                "Microsoft.Exchange.Admin.OData.Core.AmbiguousParameterSetException",
                "Parameter set cannot be resolved using the specified named parameters. Invalid cmdlet parameters specified. "
                        + name);
    }

    static CmdletRefusal missing(String parameter) {
        return new CmdletRefusal(
                400,
                "System.Management.Automation.ParameterBindingException",
                "Cannot process command because of one or more missing mandatory parameters: " + parameter + ".");
    }

    static CmdletRefusal invalid(String message) {
        return new CmdletRefusal(400, "System.Management.Automation.ParameterTransformationException", message);
    }

    /** Exchange does not say what was wrong. */
    static CmdletRefusal unspecified(String message) {
        return new CmdletRefusal(400, "System.Exception", message);
    }

    static CmdletRefusal exists(String name) {
        return new CmdletRefusal(
                400,
                "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
                "The object '" + name + "' already exists.");
    }

    /** Somebody has a permission in the folder already. */
    static CmdletRefusal permissionExists(String user) {
        return new CmdletRefusal(
                400,
                STORE_TASKS + "UserAlreadyExistsInPermissionEntryException",
                "An existing permission entry was found for user: " + user + ".");
    }

    /** Somebody has no permission in the folder. */
    static CmdletRefusal noPermission(String user) {
        return new CmdletRefusal(
                404,
                STORE_TASKS + "UserNotFoundInPermissionEntryException",
                "There is no existing permission entry found for user: " + user + ".");
    }

    /** What people in general may do can be set, not removed; class and text are from memory. */
    static CmdletRefusal specialUser(String user) {
        return new CmdletRefusal(
                400,
                STORE_TASKS + "CannotRemoveSpecialUserException",
                "The permission entry of user " + user + " can't be removed. Set it to None instead.");
    }

    /** Something the real service does and this one does not. */
    static CmdletRefusal notServed(String message) {
        return new CmdletRefusal(501, "NotImplemented", message);
    }

    /** The caller may run the cmdlet, but not on that object. */
    static CmdletRefusal outOfScope() {
        return new CmdletRefusal(403, "", "");
    }

    int status() {
        return status;
    }

    String exceptionClass() {
        return exceptionClass;
    }

    String message() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
