export const id = 1077;
export const ids = [1077,1668];
export const modules = {

/***/ 1668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEpoch: () => (/* binding */ readEpoch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * The one time that an image may carry: SOURCE_DATE_EPOCH, else 1970.
 *
 * @throws IngotError `invalid-input`
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
function readEpoch(env) {
    const text = env.SOURCE_DATE_EPOCH;
    if (text === undefined || text === '')
        return 0;
    const seconds = /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds <= 253_402_300_799)
        return seconds; // the end of the year 9999
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, not seconds since 1970`);
}


/***/ }),

/***/ 1077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bakeLayers: () => (/* reexport */ bakeLayers),
  checkBase: () => (/* reexport */ checkBase),
  formatBytes: () => (/* reexport */ formatBytes),
  parseAddition: () => (/* reexport */ parseAddition),
  parseCommand: () => (/* reexport */ parseCommand),
  parsePairs: () => (/* reexport */ parsePairs),
  provenancePredicate: () => (/* reexport */ provenancePredicate),
  readEpoch: () => (/* reexport */ epoch.readEpoch),
  rebaseImage: () => (/* reexport */ rebaseImage)
});

// UNUSED EXPORTS: buildReasons, engines, planRebase

// EXTERNAL MODULE: ./lib/bake/epoch.js
var epoch = __webpack_require__(1668);
;// CONCATENATED MODULE: ./lib/bake/format.js
/** `12.3 MB`, decimal as registries bill it. */
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = -1;
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}
/** Seconds since 1970 as RFC 3339. */
function formatEpoch(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/bake/layers/own-directories.js
const below = (parent, names) => names.split(' ').map((name) => `${parent}/${name}`);
/** Links on a merged-/usr system, mount points, or directories with a mode of their own, on one distribution or another. */
const own = new Set([
    ...'bin dev lib lib32 lib64 libx32 proc root run sbin sys tmp'.split(' '),
    ...below('usr', 'lib32 lib64 libx32 sbin'),
    ...below('var', 'local lock mail run tmp'),
]);
/**
 * Whether a directory is the base's own to describe: a layer that listed it would turn a link into a directory, or take
 * away a mode such as `/tmp`'s. Every other parent is listed, `/opt` and `/etc` too: where the base has none, Docker makes
 * a parent that is not listed with a mode that only root may enter.
 */
function isBasesOwn(path) {
    return own.has(path);
}

;// CONCATENATED MODULE: ./lib/bake/layers/addition.js




/**
 * `SRC:DEST`, split at the last colon before a slash.
 *
 * @throws IngotError `invalid-input`
 */
function parseAddition(text) {
    const colon = text.lastIndexOf(':/');
    const [source, destination] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
    if (source === '' || destination.split('/').includes('..') || destination.includes('\0')) {
        throw new errors/* IngotError */.se('invalid-input', `Cannot add ${JSON.stringify(text)}: it is not SRC:DEST`, {
            advice: 'Write a path on disk, a colon and an absolute path in the image, e.g. build:/app',
        });
    }
    return { source, destination };
}
/**
 * The members of an addition's layer, parents before children, names in byte order. A directory's content goes to the
 * destination; a file goes there too, or into it when it is written with a slash at its end. Owners, times and all but
 * the executable bit of a mode are left behind: they differ from checkout to checkout.
 *
 * @param onBase whether there is a base below, whose own directories (`/tmp`, `/bin`, …) then stay as they are
 * @throws IngotError `not-found`, `invalid-input` for what a layer cannot hold
 */
function planAddition({ source, destination }, onBase) {
    const stat = external_node_fs_.statSync(source, { throwIfNoEntry: false });
    if (stat === undefined) {
        throw new errors/* IngotError */.se('not-found', `Cannot add ${source} to the image: there is no such file or directory`, {
            advice: 'Build it first, or correct the part before the colon',
        });
    }
    const parts = destination.split('/').filter((part) => part !== '' && part !== '.');
    if (stat.isFile() && (parts.length === 0 || destination.endsWith('/')))
        parts.push((0,external_node_path_.basename)(source));
    const directories = stat.isFile() ? parts.slice(0, -1) : parts;
    const planned = directories.map((_, i) => directory(directories.slice(0, i + 1).join('/')));
    if (stat.isDirectory())
        planned.push(...planDirectory(source, parts.length === 0 ? '' : `${parts.join('/')}/`));
    else
        planned.push(planFile(source, parts.join('/'), stat));
    return onBase ? planned.filter(({ type, path }) => type !== 'directory' || !isBasesOwn(path)) : planned;
}
function planDirectory(source, prefix) {
    return readNames(source).flatMap((name) => {
        const from = (0,external_node_path_.join)(source, name);
        const path = `${prefix}${name}`;
        if (name.startsWith('.wh.')) {
            throw new errors/* IngotError */.se('invalid-input', `Cannot add ${from}: names that begin with .wh. delete files in image layers`, {
                advice: 'Rename it or leave it out',
            });
        }
        const stat = external_node_fs_.lstatSync(from);
        if (stat.isDirectory())
            return [directory(path), ...planDirectory(from, `${path}/`)];
        if (stat.isSymbolicLink()) {
            return [{ path, type: 'symlink', mode: 0o777, size: 0, linkTarget: external_node_fs_.readlinkSync(from) }];
        }
        return [planFile(from, path, stat)];
    });
}
/** In byte order, whatever the order on disk and the locale. */
function readNames(source) {
    return external_node_fs_.readdirSync(source).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
function planFile(file, path, stat) {
    if (!stat.isFile()) {
        throw new errors/* IngotError */.se('invalid-input', `Cannot add ${file}: it is a ${kindOf(stat)}, not a file, directory or symbolic link`, {
            advice: 'Remove it from what is added: sockets, pipes and devices have no place in an image',
        });
    }
    const isExecutable = (stat.mode & 0o111) !== 0;
    return { path, type: 'file', mode: isExecutable ? 0o755 : 0o644, size: stat.size, file };
}
function directory(path) {
    return { path, type: 'directory', mode: 0o755, size: 0 };
}
function kindOf(stat) {
    if (stat.isSocket())
        return 'socket';
    if (stat.isFIFO())
        return 'named pipe';
    return 'device';
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/image/index.js + 14 modules
var lib_image = __webpack_require__(71);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/manifest.js
var oci_manifest = __webpack_require__(4360);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/bake/base-annotations.js

/**
 * How a manifest records its immediate base: `patch` and `rebase` go by these.
 *
 * @param name as it was written, without a digest; absent for scratch
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
function baseAnnotations(name, digest) {
    return {
        ...(name !== undefined && { [media_types.annotationKeys.baseName]: name }),
        ...(digest !== undefined && { [media_types.annotationKeys.baseDigest]: digest }),
    };
}

;// CONCATENATED MODULE: ./lib/bake/bring-layers.js




const atOnce = 6;
/**
 * Makes layers of another repository available in `to`, as they are: mounted where the stores can do that, else copied;
 * never recompressed.
 */
async function bringLayers(layers, from, to, options) {
    if (from.repository === to.repository)
        return;
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const queue = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            const descriptor = layer;
            const isMounted = await to.mountBlob(descriptor, from, call);
            if (!isMounted)
                await to.writeBlob({ descriptor, open: () => from.readBlob(descriptor, call) }, call);
            const how = isMounted ? 'mounted' : 'copied';
            options.log(`${options.what} ${(0,oci_digest.shortDigest)(layer.digest)} ${formatBytes(layer.size)} ${how}`);
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
}
/** A layer as an OCI manifest lists it: docker's names for the same bytes become OCI's. */
function asOciLayer({ mediaType, digest, size }) {
    if (mediaType.includes('.foreign.') || mediaType.includes('nondistributable')) {
        throw new errors/* IngotError */.se('unsupported', `The base's layer ${digest} may not be distributed (${mediaType})`, {
            advice: 'Choose a base whose layers all lie in its registry',
        });
    }
    const names = {
        [media_types/* mediaTypes */.Ib.dockerLayer]: media_types/* mediaTypes */.Ib.layerGzip,
        'application/vnd.docker.image.rootfs.diff.tar': media_types/* mediaTypes */.Ib.layerTar,
    };
    return { mediaType: names[mediaType] ?? mediaType, digest, size };
}

;// CONCATENATED MODULE: ./lib/bake/history.js
/** A config's history with one entry a layer, filled up where its builder kept none. */
function historyOf(config) {
    const layers = config.rootfs.diff_ids.length;
    const written = config.history ?? [];
    const counted = written.filter((entry) => entry.empty_layer !== true).length;
    if (counted === layers)
        return [...written];
    return Array.from({ length: layers }, () => ({ comment: 'history was not recorded' }));
}
/** What a history says after the part that describes its first `layers` layers and the settings made with them. */
function historyAfter(config, base) {
    const [own, below] = [historyOf(config), historyOf(base)];
    const isPrefix = below.every((entry, i) => JSON.stringify(entry) === JSON.stringify(own[i]));
    if (isPrefix)
        return own.slice(below.length);
    let layers = base.rootfs.diff_ids.length;
    return own.filter((entry) => {
        if (layers === 0)
            return true;
        if (entry.empty_layer !== true)
            layers--;
        return false;
    });
}

;// CONCATENATED MODULE: ./lib/bake/settings.js


/** The base's settings with the bake's over them, and the label that allows a rebase unless the bake says otherwise. */
function applySettings(base, settings) {
    const { entrypoint, cmd, user, workdir } = settings;
    const inherited = Object.fromEntries(Object.entries(base).filter(([, value]) => value !== null));
    if (entrypoint !== undefined)
        delete inherited.Cmd;
    const env = mergeEnv(base.Env ?? [], settings.env);
    const ports = { ...base.ExposedPorts, ...Object.fromEntries(settings.expose.map((port) => [parsePort(port), {}])) };
    return {
        ...inherited,
        ...(entrypoint !== undefined && { Entrypoint: [...entrypoint] }),
        ...(cmd !== undefined && { Cmd: [...cmd] }),
        ...(user !== undefined && { User: user }),
        ...(workdir !== undefined && { WorkingDir: workdir }),
        ...(env.length > 0 && { Env: env }),
        ...(Object.keys(ports).length > 0 && { ExposedPorts: sorted(ports) }),
        Labels: sorted({ ...base.Labels, [media_types/* rebasableLabels */.hG[0]]: 'true', ...settings.labels }),
    };
}
/** Names of the settings that a bake changes, for the image's history; never their values. */
function namesOf(settings) {
    return Object.entries(settings)
        .filter(([, value]) => value !== undefined && Object.keys(value).length > 0)
        .map(([name]) => name)
        .sort();
}
/**
 * `K=V` entries as a record.
 *
 * @throws IngotError `invalid-input`
 */
function parsePairs(entries, what) {
    return Object.fromEntries(entries.map((entry) => {
        const equals = entry.indexOf('=');
        if (equals > 0)
            return [entry.slice(0, equals), entry.slice(equals + 1)];
        throw new errors/* IngotError */.se('invalid-input', `Cannot read the ${what} ${JSON.stringify(entry)}: it is not K=V`);
    }));
}
/**
 * A command in exec form: a JSON array of strings.
 *
 * @throws IngotError `invalid-input`
 */
function parseCommand(text, what) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
            return value;
    }
    catch {
        // not JSON: said below
    }
    throw new errors/* IngotError */.se('invalid-input', `The ${what} ${JSON.stringify(text)} is not a JSON array of strings`, {
        advice: `Write it as in '["node", "/app/server.js"]'`,
    });
}
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function splitEnv(entry) {
    const equals = entry.indexOf('=');
    return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
function mergeEnv(base, own) {
    const merged = new Map([...base.map(splitEnv), ...Object.entries(own)]);
    return [...merged].map(([key, value]) => `${key}=${value}`);
}
function parsePort(text) {
    const match = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(text);
    const port = Number(match?.[1]);
    if (match !== null && port >= 1 && port <= 65_535)
        return `${port}/${match[2] ?? 'tcp'}`;
    throw new errors/* IngotError */.se('invalid-input', `Cannot expose ${JSON.stringify(text)}: write a port, e.g. 8080 or 53/udp`);
}

;// CONCATENATED MODULE: ./lib/bake/write-blobs.js
/** Small blobs that are held in memory: configs. */
async function writeBlobs(store, blobs, signal) {
    for (const { descriptor, bytes } of blobs) {
        const open = async function* () {
            yield bytes;
        };
        await store.writeBlob({ descriptor, open }, signal === undefined ? {} : { signal });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/bake/layers/tar-blocks.js



const tarBlockBytes = 1024 * 1024; // 1 MiB
/** A yielded block stays as it is until this many more have been asked for. */
const stableBlocks = 5;
/**
 * A layer's tar as blocks of one size (the last is shorter). Files are read with synchronous calls straight into the
 * block: for many small files that takes a quarter of the time of promises or streams, and copies nothing.
 *
 * @throws IngotError `unreadable` when a file cannot be read, or changed since it was planned
 */
function* tarBlocks(planned, mtime) {
    const writer = new BlockWriter();
    for (const member of planned) {
        yield* writer.write((0,lib_image/* tarHeader */.pI)({ ...member, mtime }));
        if (member.file === undefined)
            continue;
        yield* writer.writeFile(member.file, member.size);
        yield* writer.write((0,lib_image/* tarPadding */.vr)(member.size));
    }
    yield* writer.write((0,lib_image/* tarEnd */.JO)());
    yield* writer.finish();
}
class BlockWriter {
    #ring = Array.from({ length: stableBlocks + 1 }, () => Buffer.allocUnsafeSlow(tarBlockBytes));
    #turn = 0;
    #used = 0;
    #block() {
        return this.#ring[this.#turn % this.#ring.length];
    }
    *write(bytes) {
        for (let at = 0; at < bytes.length;) {
            const copied = bytes.copy(this.#block(), this.#used, at);
            at += copied;
            yield* this.#advance(copied);
        }
    }
    *writeFile(path, size) {
        const file = opened(path);
        try {
            for (let remaining = size; remaining > 0;) {
                const room = Math.min(remaining, tarBlockBytes - this.#used);
                const read = external_node_fs_.readSync(file, this.#block(), this.#used, room, null);
                if (read === 0)
                    throw changed(path);
                remaining -= read;
                yield* this.#advance(read);
            }
            if (external_node_fs_.fstatSync(file).size !== size)
                throw changed(path);
        }
        finally {
            external_node_fs_.closeSync(file);
        }
    }
    *finish() {
        if (this.#used > 0)
            yield this.#block().subarray(0, this.#used);
    }
    *#advance(bytes) {
        this.#used += bytes;
        if (this.#used < tarBlockBytes)
            return;
        const full = this.#block();
        this.#turn++;
        this.#used = 0;
        yield full;
    }
}
function opened(path) {
    try {
        return external_node_fs_.openSync(path, 'r');
    }
    catch (cause) {
        throw new errors/* IngotError */.se('unreadable', `Cannot read ${path} into a layer: ${cause.message}`, { cause });
    }
}
function changed(path) {
    return new errors/* IngotError */.se('unreadable', `${path} changed while it was read into a layer`, {
        advice: 'Bake after everything that writes to it has ended',
    });
}

;// CONCATENATED MODULE: ./lib/bake/layers/layer-blob.js







const largestInMemory = 4 * 1024 * 1024; // 4 MiB; more goes through a file
const inFlight = Math.min(4, stableBlocks - 1); // blocks that the thread pool compresses at once
const probeBytes = 16 * 1024;
/** Fast: on a build machine time is dearer than the tenth that higher levels save. */
const level = 1;
const compress = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Reads, hashes and compresses a layer in one pass with a few megabytes of memory.
 *
 * @param directory where a large layer waits until it is sent; the caller removes it
 */
async function makeLayer(planned, options) {
    const [plain, packed] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    const spool = new Spool(options.directory);
    let uncompressedBytes = 0;
    const counted = function* () {
        for (const block of tarBlocks(planned, options.mtime)) {
            options.signal?.throwIfAborted();
            plain.update(block);
            uncompressedBytes += block.length;
            yield block;
        }
    };
    try {
        for await (const member of compressed(counted())) {
            packed.update(member);
            spool.write(member);
        }
    }
    finally {
        spool.close();
    }
    const digest = `sha256:${packed.digest('hex')}`;
    const diffId = `sha256:${plain.digest('hex')}`;
    const descriptor = { mediaType: media_types/* mediaTypes */.Ib.layerGzip, digest, size: spool.size };
    return { descriptor, diffId, uncompressedBytes, entries: planned.length, open: () => spool.read() };
}
/** Each block becomes a gzip member of its own, so that they are compressed side by side. */
async function* compressed(blocks) {
    const pending = [];
    for (const block of blocks) {
        pending.push(gzipMember(block));
        if (pending.length >= inFlight)
            yield (await pending.shift());
    }
    for (const member of pending)
        yield await member;
}
/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.2 */
async function gzipMember(block) {
    const probe = block.subarray(0, probeBytes);
    const isDense = block.length > probeBytes && (0,external_node_zlib_.deflateRawSync)(probe, { level }).length > probe.length * 0.97;
    const member = await compress(block, { level: isDense ? 0 : level });
    member[9] = 0xff; // operating system: unknown, whichever this is
    return member;
}
/** Keeps a small layer in memory and a large one in a file. */
class Spool {
    directory;
    size = 0;
    #parts = [];
    #file;
    #path;
    constructor(directory) {
        this.directory = directory;
    }
    write(bytes) {
        this.size += bytes.length;
        this.#parts.push(bytes);
        if (this.size <= largestInMemory)
            return;
        this.#path ??= (0,external_node_path_.join)(external_node_fs_.mkdtempSync((0,external_node_path_.join)(this.directory, 'layer-')), 'blob');
        this.#file ??= external_node_fs_.openSync(this.#path, 'w');
        for (const part of this.#parts) {
            for (let written = 0; written < part.length;)
                written += external_node_fs_.writeSync(this.#file, part, written);
        }
        this.#parts = [];
    }
    close() {
        if (this.#file !== undefined)
            external_node_fs_.closeSync(this.#file);
    }
    async *read() {
        if (this.#path === undefined)
            yield* this.#parts;
        else
            yield* external_node_fs_.createReadStream(this.#path, { highWaterMark: 256 * 1024 });
    }
}

;// CONCATENATED MODULE: ./lib/bake/layers/bake-layers.js















/**
 * Bakes an image without a daemon: the base's layers as they are, and one layer for each addition. The same files on the
 * same base make the same bytes on every machine (compressed ones with the same zlib; diff-ids always).
 *
 * @throws IngotError `not-found`, `invalid-input`, `unreadable` for what is added; and what the stores throw
 */
async function bakeLayers(bake) {
    const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-bake-'));
    try {
        return await bakeInto(directory, bake);
    }
    finally {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    }
}
async function bakeInto(directory, bake) {
    const log = bake.log ?? (() => undefined);
    const onBase = bake.platforms.some(({ image }) => image !== undefined);
    // Everything is planned before anything is written: a wrong path leaves no trace.
    const plans = bake.additions.map((addition) => planAddition(addition, onBase));
    const layers = [];
    for (const plan of plans)
        layers.push(await makeLayer(plan, { mtime: bake.epochSeconds, directory, signal: bake.signal }));
    await writeLayers(layers, bake, log);
    const images = [];
    for (const base of bake.platforms)
        images.push(await bakePlatform(base, layers, bake, log));
    const platforms = images.map(({ report }) => report);
    const [only] = images;
    const { bytes, mediaType } = images.length === 1 && only !== undefined
        ? { bytes: only.bytes, mediaType: media_types/* mediaTypes */.Ib.manifest }
        : { bytes: (0,oci_manifest/* encodeJson */.Pr)(indexOf(images, bake)), mediaType: media_types/* mediaTypes */.Ib.index };
    if (images.length > 1) {
        for (const image of images)
            await bake.output.writeManifest(image.bytes, media_types/* mediaTypes */.Ib.manifest, callOf(bake));
    }
    const unchanged = await isUnchanged(bake, (0,oci_digest/* digestOf */.ol)(bytes));
    const descriptor = await bake.output.writeManifest(bytes, mediaType, { ...callOf(bake), tags: bake.tags });
    return { digest: descriptor.digest, descriptor, unchanged, platforms };
}
async function writeLayers(layers, bake, log) {
    for (const [i, layer] of layers.entries()) {
        const isThere = await bake.output.hasBlob(layer.descriptor.digest, callOf(bake));
        if (!isThere)
            await bake.output.writeBlob(layer, callOf(bake));
        const sizes = `${layer.entries} entries, ${formatBytes(layer.uncompressedBytes)} → ${formatBytes(layer.descriptor.size)}`;
        const name = (0,oci_digest.shortDigest)(layer.descriptor.digest);
        log(`layer ${name} ${bake.additions[i]?.destination}: ${sizes}, ${isThere ? 'there already' : 'written'}`);
    }
}
async function bakePlatform(base, added, bake, log) {
    const { image } = base;
    const below = (image?.manifest.layers ?? []).map(asOciLayer);
    if (image !== undefined) {
        await bringLayers(below, image.store, bake.output, { ...callOf(bake), log, what: 'base layer' });
    }
    const config = (0,oci_manifest/* encodeJson */.Pr)(configOf(base, added, bake));
    const descriptor = { mediaType: media_types/* mediaTypes */.Ib.config, digest: (0,oci_digest/* digestOf */.ol)(config), size: config.length };
    await writeBlobs(bake.output, [{ descriptor, bytes: config }], bake.signal);
    const baseDigest = image?.manifestDigest;
    const manifest = {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.manifest,
        config: descriptor,
        layers: [...below, ...added.map((layer) => layer.descriptor)],
        annotations: sorted({ ...bake.annotations, ...baseAnnotations(bake.baseName, baseDigest) }),
    };
    const bytes = (0,oci_manifest/* encodeJson */.Pr)(manifest);
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const layers = manifest.layers.map((layer, i) => ({
        digest: layer.digest,
        size: layer.size,
        from: i < below.length ? 'base' : (bake.additions[i - below.length]?.destination ?? ''),
    }));
    return {
        bytes,
        descriptor: { mediaType: media_types/* mediaTypes */.Ib.manifest, digest, size: bytes.length, platform: platformOf(base) },
        report: { platform: base.platform, digest, baseName: bake.baseName, baseDigest, layers },
    };
}
function configOf(base, added, { settings, epochSeconds, additions }) {
    const below = base.image?.config;
    const created = formatEpoch(epochSeconds);
    const changed = namesOf(settings);
    const steps = additions.map(({ destination }) => ({
        created,
        created_by: `ingot bake: add ${destination}`,
    }));
    if (changed.length > 0)
        steps.push({ created, created_by: `ingot bake: set ${changed.join(', ')}`, empty_layer: true });
    return {
        created,
        ...platformOf(base),
        config: applySettings(below?.config ?? {}, settings),
        rootfs: { type: 'layers', diff_ids: [...(below?.rootfs.diff_ids ?? []), ...added.map((layer) => layer.diffId)] },
        history: [...(below === undefined ? [] : historyOf(below)), ...steps],
    };
}
function platformOf({ image, platform }) {
    if (image === undefined)
        return (0,lib_image.parsePlatform)(platform);
    const { architecture, os, variant } = image.config;
    const version = image.config['os.version'];
    return {
        architecture,
        os,
        ...(variant !== undefined && { variant }),
        ...(typeof version === 'string' && { 'os.version': version }),
    };
}
function indexOf(images, bake) {
    return {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.index,
        manifests: images.map(({ descriptor }) => descriptor),
        // No base digest here: each platform has its own, and the base's index changes when any other one lands.
        annotations: sorted({ ...bake.annotations, ...baseAnnotations(bake.baseName, undefined) }),
    };
}
async function isUnchanged(bake, digest) {
    if (bake.tags.length === 0)
        return false;
    const before = await Promise.all(bake.tags.map((tag) => bake.output.readManifest({ tag }, callOf(bake))));
    return before.every((stored) => stored?.descriptor.digest === digest);
}
function callOf({ signal }) {
    return signal === undefined ? {} : { signal };
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/bake/policy.js


/**
 * Whether the policy lets images be built on this base: its repository is on the list and, where the entry names a key,
 * the very digest carries that key's signature. A signature that cannot be checked throws: it is neither yes nor no.
 */
async function checkBase({ base, policy, verifySignature }) {
    const name = base === 'scratch' ? base : `${(0,oci_reference.formatRepository)(base.reference)}@${base.digest}`;
    const approved = policy.bases.filter((entry) => isListed(base, entry.repository));
    if (approved.length === 0) {
        const patterns = policy.bases.map((entry) => entry.repository).join(', ');
        return {
            approved: false,
            why: `The base ${name} is not approved: the policy approves ${patterns || 'no base at all'}`,
            advice: 'Build on one of these, or ask whoever keeps the policy to add it to bases:',
        };
    }
    const refusals = [];
    for (const entry of approved) {
        if (entry.key === undefined || base === 'scratch')
            return { approved: true, entry, why: `listed as ${entry.repository}` };
        const { ok, why } = await verifySignature(base, entry.key);
        if (ok)
            return { approved: true, entry, why: `listed as ${entry.repository}, and signed by its key` };
        refusals.push(why);
    }
    return {
        approved: false,
        why: `The base ${name} is not approved: it lacks the signature that the policy asks for: ${refusals.join('; ')}`,
        advice: 'Use the digest that was signed, or have the owner of the base sign this one with the key in the policy',
    };
}
function isListed(base, pattern) {
    if (base === 'scratch')
        return pattern === 'scratch';
    const { reference } = base;
    if (reference.kind === 'layout') {
        if (matches(`oci:${reference.directory}`, pattern))
            return true;
        // The same directory may be written relative in one place and absolute in the other.
        const absolute = (directory) => `oci:${(0,external_node_path_.resolve)(directory)}`;
        return pattern.startsWith('oci:') && matches(absolute(reference.directory), absolute(pattern.slice('oci:'.length)));
    }
    const short = reference.host === 'docker.io' ? reference.path.replace(/^library\//, '') : undefined;
    return matches((0,oci_reference.formatRepository)(reference), pattern) || (short !== undefined && matches(short, pattern));
}
function matches(name, pattern) {
    const open = pattern.endsWith('*');
    const parts = (open ? pattern.slice(0, -1) : pattern)
        .split('*')
        .map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
    return new RegExp(`^${parts.join('[^/]*')}${open ? '.*' : ''}$`, 's').test(name);
}

;// CONCATENATED MODULE: ./lib/bake/provenance.js


/** Why an image was built. */
const buildReasons = (/* unused pure expression or super */ null && (['push', 'base', 'cve', 'age', 'manual']));
/**
 * A SLSA provenance predicate that says what GitHub's own leaves out: the inputs, the base image, and the reason. It holds
 * no time of day, so the same build says the same twice (a run's own URL is part of it where there is one).
 *
 * @see https://slsa.dev/spec/v1.0/provenance
 */
function provenancePredicate(facts) {
    const { env } = facts;
    const isOnGitHub = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const parameters = { engine: facts.engine, reason: facts.reason, inputs: facts.inputs };
    const dependencies = [...facts.images.map(imageDependency), ...sourceDependency(facts, isOnGitHub, server)];
    return {
        buildDefinition: {
            buildType: isOnGitHub
                ? 'https://actions.github.io/buildtypes/workflow/v1'
                : `https://ingot.dev/buildtypes/${facts.engine}/v1`,
            externalParameters: isOnGitHub ? { workflow: workflowOf(env, server), ...parameters } : parameters,
            ...(isOnGitHub && { internalParameters: { github: githubOf(env) } }),
            resolvedDependencies: dependencies,
        },
        runDetails: {
            builder: { id: isOnGitHub ? `${server}/${env.GITHUB_WORKFLOW_REF ?? env.GITHUB_REPOSITORY}` : 'ingot' },
            ...(isOnGitHub && { metadata: { invocationId: invocationOf(env, server) } }),
        },
    };
}
function imageDependency({ name, digest }) {
    return { uri: imageUri(name, digest), digest: { sha256: (0,oci_digest/* hexOf */.ZD)(digest) }, name };
}
/** A package URL, or the layout's own reference. @see https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md */
function imageUri(name, digest) {
    const reference = (0,oci_reference.parseReference)(name);
    if (reference.kind === 'layout')
        return `${name}@${digest}`;
    const tag = reference.tag === undefined ? '' : `&tag=${encodeURIComponent(reference.tag)}`;
    const short = reference.path.split('/').at(-1);
    return `pkg:oci/${short}@${encodeURIComponent(digest)}?repository_url=${reference.host}/${reference.path}${tag}`;
}
function sourceDependency({ source, env }, isOnGitHub, server) {
    const url = source?.url ?? (isOnGitHub ? `${server}/${env.GITHUB_REPOSITORY}` : undefined);
    const revision = source?.revision ?? (isOnGitHub ? env.GITHUB_SHA : undefined);
    if (url === undefined && revision === undefined)
        return [];
    const ref = isOnGitHub && env.GITHUB_REF !== undefined ? `@${env.GITHUB_REF}` : '';
    const isCommit = revision !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision);
    return [
        {
            ...(url !== undefined && { uri: `git+${url}${ref}` }),
            ...(isCommit ? { digest: { gitCommit: revision } } : revision !== undefined && { annotations: { revision } }),
            name: 'source',
        },
    ];
}
function workflowOf(env, server) {
    const [path = '', ref = env.GITHUB_REF ?? ''] = (env.GITHUB_WORKFLOW_REF ?? '').split('@');
    const repository = env.GITHUB_REPOSITORY ?? '';
    const local = path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : path;
    return { ref, repository: `${server}/${repository}`, path: local };
}
function githubOf(env) {
    return {
        event_name: env.GITHUB_EVENT_NAME ?? '',
        repository_id: env.GITHUB_REPOSITORY_ID ?? '',
        repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
        runner_environment: env.RUNNER_ENVIRONMENT ?? '',
    };
}
function invocationOf(env, server) {
    return `${server}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}/attempts/${env.GITHUB_RUN_ATTEMPT ?? '1'}`;
}

;// CONCATENATED MODULE: ./lib/bake/rebase/merge-config.js




/** Settings that are maps: each key is inherited on its own. */
const maps = ['Labels', 'ExposedPorts', 'Volumes'];
/**
 * The application's config on a new base. One rule for every setting: what the application inherited from the old base
 * unchanged follows the base; what it set or removed itself stays as it made it.
 *
 * @param old config of the base that the image was built on
 */
function mergeConfig(application, old, next) {
    const layersOfBase = old.rootfs.diff_ids.length;
    const diffIds = [...next.rootfs.diff_ids, ...application.rootfs.diff_ids.slice(layersOfBase)];
    const created = [application.created, next.created]
        .filter((time) => time !== undefined)
        .sort(byTime)
        .at(-1);
    const version = next['os.version'];
    return {
        ...application,
        ...(created !== undefined && { created }),
        ...(version !== undefined && { 'os.version': version }),
        config: mergeRunConfig(application.config ?? {}, old.config ?? {}, next.config ?? {}),
        rootfs: { type: 'layers', diff_ids: diffIds },
        history: [...historyOf(next), ...historyAfter(application, old)],
    };
}
function mergeRunConfig(application, old, next) {
    const merged = {};
    const names = new Set([...Object.keys(application), ...Object.keys(next)]);
    for (const name of [...names].sort()) {
        const isMap = maps.some((map) => map === name);
        const value = isMap
            ? mergeMap(record(application[name]), record(old[name]), record(next[name]))
            : inherit(application[name], old[name], next[name]);
        if (value !== undefined && value !== null)
            merged[name] = value;
    }
    keepOwn(merged, application, old);
    const env = merge_config_mergeEnv(application.Env ?? [], old.Env ?? [], next.Env ?? []);
    if (env.length > 0)
        merged.Env = env;
    else
        delete merged.Env;
    return merged;
}
/** Two exceptions to the rule, both to the application's favour. */
function keepOwn(merged, application, old) {
    // A base's arguments belong to the base's entrypoint: they must not reach an entrypoint of the application.
    if (!isSame(application.Entrypoint, old.Entrypoint)) {
        if (application.Cmd)
            merged.Cmd = application.Cmd;
        else
            delete merged.Cmd;
    }
    // Its consent to be rebased is the application's own, also when the base happens to say the same.
    const consent = Object.entries(application.Labels ?? {}).filter(([key]) => isConsent(key));
    const others = Object.entries(record(merged.Labels) ?? {}).filter(([key]) => !isConsent(key));
    const labels = [...others, ...consent].sort(([a], [b]) => (a < b ? -1 : 1));
    if (labels.length > 0)
        merged.Labels = Object.fromEntries(labels);
    else
        delete merged.Labels;
}
/** The base's variables first, in its order, as if the image had been baked on it. */
function merge_config_mergeEnv(application, old, next) {
    const merged = mergeMap(toMap(application), toMap(old), toMap(next)) ?? {};
    const order = [...toPairs(next), ...toPairs(application)].map(([key]) => key);
    return [...new Set(order)].filter((key) => key in merged).map((key) => `${key}=${merged[key]}`);
}
function mergeMap(application = {}, old = {}, next = {}) {
    const keys = [...new Set([...Object.keys(next), ...Object.keys(application)])].sort();
    const entries = keys.flatMap((key) => {
        const value = inherit(merge_config_own(application, key), merge_config_own(old, key), merge_config_own(next, key));
        return value === undefined ? [] : [[key, value]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
function inherit(application, old, next) {
    return isSame(application, old) ? next : application;
}
/** Absent, null and empty say the same. */
function isSame(a, b) {
    return (0,external_node_util_.isDeepStrictEqual)(a ?? '', b ?? '');
}
function merge_config_own(map, key) {
    return Object.hasOwn(map, key) ? map[key] : undefined;
}
function record(value) {
    return typeof value === 'object' && value !== null ? value : undefined;
}
function toPairs(env) {
    return env.map(splitEnv);
}
function toMap(env) {
    return Object.fromEntries(toPairs(env));
}
function isConsent(label) {
    return media_types/* rebasableLabels */.hG.some((known) => known === label);
}
function byTime(a, b) {
    return Date.parse(a) - Date.parse(b);
}

;// CONCATENATED MODULE: ./lib/bake/rebase/plan-rebase.js








const rebuild = 'Rebuild the image on the new base instead, with bake';
/**
 * Puts an image's own layers on another base, on paper. Pure: it proves that the old base's layers are an exact prefix of
 * the image's, by digests and by diff-ids, that all three are of one platform, and that the image consents.
 */
function planRebase({ image, oldBase, newBase, baseName }) {
    const refusal = refuseConsent(image) ?? refusePlatform(image, oldBase, newBase) ?? refuseLayers(image, oldBase);
    if (refusal !== undefined)
        return refusal;
    const configBytes = (0,oci_manifest/* encodeJson */.Pr)(mergeConfig(image.config, oldBase.config, newBase.config));
    const config = { mediaType: media_types/* mediaTypes */.Ib.config, digest: (0,oci_digest/* digestOf */.ol)(configBytes), size: configBytes.length };
    const baseLayers = newBase.manifest.layers.map(asOciLayer);
    const applicationLayers = image.manifest.layers.slice(oldBase.manifest.layers.length).map(asOciLayer);
    const annotations = { ...image.manifest.annotations, ...baseAnnotations(baseName, newBase.manifestDigest) };
    const manifest = {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.manifest,
        config,
        layers: [...baseLayers, ...applicationLayers],
        annotations: sorted(annotations),
    };
    const manifestBytes = (0,oci_manifest/* encodeJson */.Pr)(manifest);
    const descriptor = { mediaType: media_types/* mediaTypes */.Ib.manifest, digest: (0,oci_digest/* digestOf */.ol)(manifestBytes), size: manifestBytes.length };
    return { kind: 'rebase', manifest: descriptor, manifestBytes, config, configBytes, baseLayers, applicationLayers };
}
function refuse(rule, why, advice = rebuild) {
    return { kind: 'refuse', rule, why, advice };
}
function refuseConsent(image) {
    const labels = image.config.config?.Labels ?? {};
    if (media_types/* rebasableLabels */.hG.some((label) => labels[label] === 'true'))
        return undefined;
    const why = `the image does not declare that it may be rebased: the label ${media_types/* rebasableLabels */.hG[0]} is not true`;
    return refuse('consent', why, `Set the label when nothing in the image was compiled against the base. Else: ${rebuild.toLowerCase()}`);
}
function refusePlatform(image, oldBase, newBase) {
    const other = [oldBase, newBase].find(({ config }) => !(0,lib_image/* samePlatform */.my)(config, image.config));
    if (other === undefined)
        return undefined;
    const [wanted, found] = [image.config, other.config].map(oci_manifest.formatPlatform);
    return refuse('platform', `the image is for ${wanted}, the base for ${found}`, 'Name a base of the same platform');
}
function refuseLayers(image, oldBase) {
    const name = `${oldBase.store.repository}@${oldBase.manifestDigest}`;
    const [own, below] = [image.manifest.layers, oldBase.manifest.layers];
    const differing = below.findIndex((layer, i) => own[i]?.digest !== layer.digest);
    if (differing >= 0) {
        return refuse('layers', `layer ${differing + 1} of the recorded base ${name} is not layer ${differing + 1} of the image`);
    }
    const [ownIds, idsBelow] = [image.config.rootfs.diff_ids, oldBase.config.rootfs.diff_ids];
    const lying = idsBelow.findIndex((diffId, i) => ownIds[i] !== diffId);
    if (lying < 0)
        return undefined;
    return refuse('diff-ids', `the image and its base ${name} disagree about the content of layer ${lying + 1}`);
}

;// CONCATENATED MODULE: ./lib/bake/rebase/rebase.js











/**
 * Replaces an image's base layers by those of a newer base. The new base's layers are mounted, the application's stay where
 * they are: only a config and a manifest a platform are written. The old base is found by the image's own annotations.
 *
 * @throws IngotError what the stores throw; a refusal is returned
 */
async function rebaseImage(rebase) {
    const steps = [];
    for (const platform of (0,lib_image.platformsOf)(rebase.image)) {
        const step = await planPlatform(rebase, platform);
        if ('kind' in step)
            return step;
        steps.push(step);
    }
    const bases = steps.map(({ platform, from, newBase }) => ({ platform, from, to: newBase.manifestDigest }));
    if (bases.every(({ from, to }) => from === to))
        return { kind: 'unchanged', digest: rebase.image.digest, bases };
    const top = topOf(rebase, steps);
    if (rebase.dryRun)
        return { kind: 'planned', digest: (0,oci_digest/* digestOf */.ol)(top.bytes), bases };
    for (const step of steps)
        await carryOut(rebase, step);
    const call = { ...rebase_callOf(rebase), tags: rebase.tags };
    const { digest } = await rebase.output.writeManifest(top.bytes, top.mediaType, call);
    return { kind: 'rebased', digest, bases };
}
async function planPlatform(rebase, platform) {
    const { base, baseName, signal } = rebase;
    const image = await ofPlatform(rebase.image, platform, signal);
    const [newBase, oldBase] = await Promise.all([ofPlatform(base, platform, signal), findOldBase(rebase, image)]);
    if ('kind' in oldBase)
        return oldBase;
    const plan = planRebase({ image, oldBase, newBase, baseName });
    if (plan.kind === 'refuse')
        return plan;
    return { platform, image, newBase, from: oldBase.manifestDigest, plan };
}
async function ofPlatform(image, platform, signal) {
    if ((0,oci_manifest.formatPlatform)(image.config) === platform)
        return image;
    return (0,lib_image.loadImage)(image.store, image.reference, { platform, signal });
}
/** The base that the image says it was built on. */
async function findOldBase(rebase, image) {
    const { [media_types.annotationKeys.baseName]: name, [media_types.annotationKeys.baseDigest]: digest } = image.manifest.annotations ?? {};
    if (name === undefined || digest === undefined || !(0,oci_digest.isDigest)(digest)) {
        const why = `the image does not record its base: the annotations ${media_types.annotationKeys.baseName} and ${media_types.annotationKeys.baseDigest} are needed`;
        return refuse('base-known', why);
    }
    // Nothing to load when it is the very base that is given.
    if (rebase.base.manifestDigest === digest)
        return rebase.base;
    const reference = (0,oci_reference.pinned)((0,oci_reference.parseReference)(name), digest);
    try {
        return await (0,lib_image.loadImage)(rebase.open(reference), reference, { signal: rebase.signal });
    }
    catch (error) {
        if (!(error instanceof errors/* IngotError */.se) || error.reason !== 'not-found')
            throw error;
        return refuse('base-available', `its old base ${(0,oci_reference.formatReference)(reference)} is gone, so its layers cannot be told apart`);
    }
}
async function carryOut(rebase, { image, newBase, plan }) {
    const { output, signal } = rebase;
    const log = rebase.log ?? (() => undefined);
    const call = rebase_callOf(rebase);
    // Side by side: over a network the depth of round trips decides, not their number.
    await Promise.all([
        bringLayers(plan.baseLayers, newBase.store, output, { ...call, log, what: 'base layer' }),
        bringLayers(plan.applicationLayers, image.store, output, { ...call, log, what: 'layer' }),
        writeBlobs(output, [{ descriptor: plan.config, bytes: plan.configBytes }], signal),
    ]);
    if (rebase.image.index !== undefined)
        await output.writeManifest(plan.manifestBytes, media_types/* mediaTypes */.Ib.manifest, call);
}
/** What the tags are to name: the manifest, or a new index. Attestations of the old image are not carried over. */
function topOf({ image, baseName }, steps) {
    const [first] = steps;
    if (image.index === undefined && first !== undefined) {
        return { bytes: first.plan.manifestBytes, mediaType: media_types/* mediaTypes */.Ib.manifest };
    }
    const index = {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.index,
        manifests: steps.map(({ plan, image: { config } }) => {
            const { architecture, os, variant } = config;
            return { ...plan.manifest, platform: { architecture, os, ...(variant !== undefined && { variant }) } };
        }),
        annotations: sorted({ ...image.index?.annotations, ...baseAnnotations(baseName, undefined) }),
    };
    return { bytes: (0,oci_manifest/* encodeJson */.Pr)(index), mediaType: media_types/* mediaTypes */.Ib.index };
}
function rebase_callOf({ signal }) {
    return signal === undefined ? {} : { signal };
}

;// CONCATENATED MODULE: ./lib/bake/index.js












/***/ })

};
