/**
 * The publisher's side of cco: packs builds, keeps and signs release repositories, and serves them for try-outs. An
 * update needs none of this.
 */
module cco.publisher {
    requires transitive cco.core; // reads back what it writes with the client's own code
    requires org.tukaani.xz; // packs the streams of a delta, unpacks builds
    requires jdk.httpserver; // serves a repository to a try-out: cco mirror serve

    exports cco.publisher.bootstrap;
    exports cco.publisher.delta;
    exports cco.publisher.keys;
    exports cco.publisher.mirror;
    exports cco.publisher.pack;
    exports cco.publisher.packaging;
    exports cco.publisher.project;
    exports cco.publisher.publish;
    exports cco.publisher.repository;
    exports cco.publisher.serve;
    exports cco.publisher.signing;
    exports cco.publisher.site;
    exports cco.publisher.upload;
}
