package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

    @ParameterizedTest
    @CsvSource({
        "example.com,https://example.com/x,true",
        "example.com,https://a.b.EXAMPLE.com,true",
        "example.com,https://badexample.com,false",
        ".example.com,https://a.example.com,true",
        ".example.com,https://example.com,true",
        "*.example.com,https://a.example.com,true",
        "EXAMPLE.com.,https://a.example.com,true",
        "example.com,https://example.com.evil.org,false",
        "*,https://example.com,true",
        "example.com:8443,https://example.com:8443,true",
        "example.com:8443,https://example.com,false",
        "example.com:443,https://example.com,true",
        "10.0.0.0/8,https://10.1.2.3,true",
        "10.0.0.0/8,https://11.1.2.3,false",
        "10.1.2.128/25,https://10.1.2.200:8443,true",
        "10.1.2.128/25,https://10.1.2.100,false",
        "0.0.0.0/0,https://8.8.8.8,true",
        "10.1.2.3,https://10.1.2.3,true",
        "10.1.2.3:443,https://10.1.2.3,true",
        "2.3,https://10.1.2.3,false",
        "10.0.0.0/8,https://ten.example.com,false",
        "fd00::/8,https://[fd12::1],true",
        "[fd12::1],https://[fd12::1],true",
        "[fd12::1]:443,https://[fd12::1],true",
        "fd12::1,https://[fd12::2],false",
        "10.0.0.0/99,https://10.0.0.0,true",
        "10.0.0.0/8,https://[fd12::1],false",
        "nonsense//,https://example.com,false",
    })
    void exception_coversTheSameHostsAsInCurl(String exception, URI address, boolean expected) {
        assertEquals(expected, NoProxy.matches(List.of(exception), address));
    }
}
