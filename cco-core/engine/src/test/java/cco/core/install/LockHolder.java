package cco.core.install;

import cco.core.error.BusyException;
import cco.core.model.AppName;
import java.nio.file.Path;

/** A process of its own that takes the lock of hello, says so, and keeps it until its input ends or it is killed. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        AppHome home = new AppHome(new AppName("hello"), root.resolve("data"), root.resolve("state"));
        try (AppLock lock = AppLock.acquire(home)) {
            System.out.println("holding " + lock.home().app());
            System.in.read();
        } catch (BusyException e) {
            System.out.println(e.getMessage());
        }
    }
}
