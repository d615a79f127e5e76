/**
 * The client workflow of The Update Framework (TUF) as pure functions of bytes and a time, without any I/O.
 *
 * <p>Each step is reachable only through the previous one: {@link cco.core.tuf.RootChain}, {@link
 * cco.core.tuf.TimestampStep}, {@link cco.core.tuf.SnapshotStep}, {@link cco.core.tuf.TargetsStep}, {@link
 * cco.core.tuf.TrustedTargets} and, for one target, {@link cco.core.tuf.DelegationWalk}. A step says which file it
 * needs next, and recalls the file that an earlier run accepted.
 *
 * <table>
 * <caption>Sections of the specification (version 1.0) and the methods that implement them</caption>
 * <tr><th>section</th><th>method</th></tr>
 * <tr><td>4.2 signatures, thresholds, keys</td><td>{@code SignedMetadata.read}, {@code RoleKeys.require}, {@code
 * TufKey.signer}, {@code KeyIdentity.of}, {@code SignatureScheme}</td></tr>
 * <tr><td>4.3 root</td><td>{@code Root.read}, {@code Freshness.read}</td></tr>
 * <tr><td>4.4 snapshot</td><td>{@code Snapshot.read}, {@code MetaFile.read}, {@code Hashes.read}</td></tr>
 * <tr><td>4.5 targets, delegations, path patterns, hash bins</td><td>{@code Targets.read}, {@code Delegations.read},
 * {@code PathPattern.matches}, {@code SuccinctRoles.role}</td></tr>
 * <tr><td>4.6 timestamp</td><td>{@code Timestamp.read}</td></tr>
 * <tr><td>5.1 record the start time</td><td>the caller passes it to {@link cco.core.tuf.RootChain#end}</td></tr>
 * <tr><td>5.2 load the trusted root</td><td>{@link cco.core.tuf.RootChain#anchoredIn}</td></tr>
 * <tr><td>5.3.2, 5.3.3 request version N+1</td><td>{@link cco.core.tuf.RootChain#next}</td></tr>
 * <tr><td>5.3.4 to 5.3.7 signatures, version</td><td>{@link cco.core.tuf.RootChain#accept}</td></tr>
 * <tr><td>5.3.8, 5.3.9 persist, repeat</td><td>{@code cco.core.metadata.TufUpdater.refresh}</td></tr>
 * <tr><td>5.3.10 freeze attack</td><td>{@link cco.core.tuf.RootChain#end}</td></tr>
 * <tr><td>5.3.11 recover from a fast-forward attack</td><td>{@link cco.core.tuf.TimestampStep#recall}, {@link
 * cco.core.tuf.SnapshotStep#recall}</td></tr>
 * <tr><td>5.3.12 consistent snapshots</td><td>{@code Root.file}, {@link
 * cco.core.tuf.TrustedTargets#location}</td></tr>
 * <tr><td>5.4.1 request the timestamp</td><td>{@link cco.core.tuf.TimestampStep#request}</td></tr>
 * <tr><td>5.4.2 to 5.4.4 signatures, rollback, freeze</td><td>{@link cco.core.tuf.TimestampStep#accept}, {@link
 * cco.core.tuf.TimestampStep#end}</td></tr>
 * <tr><td>5.5.1 request the snapshot</td><td>{@link cco.core.tuf.SnapshotStep#request}</td></tr>
 * <tr><td>5.5.2 to 5.5.6 digest, signatures, version, rollback, freeze</td><td>{@link
 * cco.core.tuf.SnapshotStep#accept}</td></tr>
 * <tr><td>5.6.1 request the targets</td><td>{@link cco.core.tuf.TargetsStep#request}</td></tr>
 * <tr><td>5.6.2 to 5.6.5 digest, signatures, version, freeze</td><td>{@code TargetsReader.read}</td></tr>
 * <tr><td>5.4.5, 5.5.7, 5.6.6 persist</td><td>{@code cco.core.metadata.TufUpdater.refresh}</td></tr>
 * <tr><td>5.6.7 search through the delegations</td><td>{@link cco.core.tuf.DelegationWalk}</td></tr>
 * <tr><td>5.7 fetch a target</td><td>{@link cco.core.tuf.TrustedTargets#location}, {@link
 * cco.core.tuf.TargetFile#require}</td></tr>
 * </table>
 *
 * <p>Departures from the specification, each stricter or harmless:
 *
 * <ul>
 *   <li>4.2: a key id need not be the digest of its key, because keys are compared by their numbers; signatures other
 *       than the three named schemes never count.
 *   <li>4.2: an RSA key shorter than 2048 bits and an Ed25519 key of small order never verify.
 *   <li>5.3.3: after 256 new roots a run stops with the newest of these, and the next run goes on from there.
 *   <li>5.3.11: timestamp and snapshot are not deleted when their keys are rotated. They are verified again in each
 *       run, and no longer count if the new keys have not signed them.
 *   <li>5.4.3: if the version of the timestamp has not changed, the workflow goes on with the stored timestamp instead
 *       of ending, so that an interrupted run is completed.
 *   <li>5.6.7: a delegated role that is missing or refused, or a search through more than 32 roles, is an error. The
 *       specification reports that the target was not found.
 *   <li>4.7 (mirrors) is not supported; the configuration lists the mirrors.
 * </ul>
 */
package cco.core.tuf;
