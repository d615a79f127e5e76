package cco.cli.parse;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** A comma may be part of a value; options that take many are repeated. */
public final class NoSplitting implements IParameterSplitter {

    @Override
    public List<String> split(String value) {
        return List.of(value);
    }
}
