package cco.installer.posix;

import cco.api.PlatformInstaller;
import cco.tck.PlatformInstallerContract;
import java.util.List;

class PosixInstallerContractTest extends PlatformInstallerContract {

    @Override
    protected PlatformInstaller installer() {
        return new PosixInstaller();
    }

    @Override
    protected List<String> systems() {
        return List.of("Linux", "Mac OS X", "FreeBSD");
    }
}
