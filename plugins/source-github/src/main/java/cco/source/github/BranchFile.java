package cco.source.github;

/** A file in the newest commit of a branch. */
record BranchFile(String branch, String path) {}
