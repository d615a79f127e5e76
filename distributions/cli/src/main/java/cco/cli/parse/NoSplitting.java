package cco.cli.parse;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** Keeps commas in values; an option with several values is repeated. */
public final class NoSplitting implements IParameterSplitter {

    @Override
    public List<String> split(String value) {
        return List.of(value);
    }
}
