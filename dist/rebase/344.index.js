export const id = 344;
export const ids = [344,338];
export const modules = {

/***/ 2845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createdOf: () => (/* binding */ createdOf)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(261);

/**
 * Reproducible builders write a constant for a time: 1970 (SOURCE_DATE_EPOCH=0), the year 1 (Go's zero), or the first
 * second of 1980 (Cloud Native Buildpacks). What is older than containers says nothing about age.
 */
const oldestBelievable = Date.UTC(1980, 0, 2);
/**
 * When an image says that it was built, as RFC 3339: its config, else the annotation `org.opencontainers.image.created` of
 * its manifest. Undefined when neither says, or says a constant of reproducible builders.
 */
function createdOf({ config, manifest }) {
    return [config.created, manifest.annotations?.[_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationKeys */ .ic.created]].find(isBelievable);
}
function isBelievable(time) {
    return time !== undefined && Date.parse(time) >= oldestBelievable;
}


/***/ }),

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkBase: () => (/* reexport */ checkBase),
  createdOf: () => (/* reexport */ created.createdOf)
});

// UNUSED EXPORTS: PlansAhead, Rebaser, bakeLayers, bakePacker, buildReasons, combineReports, compressionOf, compressions, engines, forAnyPlatform, formatBytes, isUnchanged, joinIndex, keepPrevious, loadPrevious, maximumReportBytes, openPackerTool, parseAddition, parseCommand, parsePairs, parseReport, planRebase, platformsOf, provenancePredicate, readEpoch, readTemplate

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
;// CONCATENATED MODULE: ./lib/bake/baker.js
/** The engines, as `--engine` and `bake.engine` name them. */
const engines = ['layers', 'buildkit', 'packer'];

// EXTERNAL MODULE: ./lib/bake/provenance.js
var provenance = __webpack_require__(8338);
;// CONCATENATED MODULE: ./lib/bake/baked-report.js





const digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,oci_digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
const word = schema/* string */.YjP().check(schema/* maxLength */.Ru6(4096));
const report = schema/* strictObject */.rej({
    schemaVersion: schema/* literal */.euz(1),
    engine: schema/* enum */.k5n(engines),
    reason: schema/* enum */.k5n(provenance/* buildReasons */.a),
    inputs: schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J()),
    digest,
    platforms: schema/* array */.YOg(schema/* strictObject */.rej({ platform: word, digest })).check(schema/* maxLength */.Ru6(64)),
    bases: schema/* array */.YOg(schema/* strictObject */.rej({ platform: word, name: word, digest, manifestDigest: digest }))
        .check(schema/* maxLength */.Ru6(1024)),
    source: schema/* strictObject */.rej({ url: schema/* optional */.lqM(word), revision: schema/* optional */.lqM(word) }),
});
/** A report is a page or two; inputs may list thousands of files. */
const maximumReportBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB
/** @throws IngotError `unreadable`, naming the first field that is wrong */
function parseReport(text, from) {
    const fail = (why) => new IngotError('unreadable', `The report ${from} of a bake is malformed: ${why}`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw fail('it is not JSON');
    }
    const parsed = report.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
}
/**
 * What several runners baked of one image, as one.
 *
 * @throws IngotError `invalid-input` when there is none, or they were baked from different inputs
 */
function combineReports(reports) {
    const [first] = reports;
    if (first === undefined) {
        throw new IngotError('invalid-input', 'There is no report of a bake to join', {
            advice: 'Give each bake --report FILE, and bring the files here',
        });
    }
    const other = reports.find((one) => originOf(one) !== originOf(first));
    if (other !== undefined) {
        const both = [first, other].map((one) => one.platforms.map(({ platform }) => platform).join(', '));
        throw new IngotError('invalid-input', `${both.join(' and ')} were baked from different inputs, and are no one image`, {
            advice: 'Bake every platform of one commit with one configuration',
        });
    }
    const { digest: _, ...common } = first;
    const platforms = reports.flatMap((one) => one.platforms).sort((a, b) => (a.platform < b.platform ? -1 : 1));
    return {
        ...common,
        inputs: { ...common.inputs, platforms: platforms.map(({ platform }) => platform) },
        platforms,
        digests: reports.map(({ digest }) => digest),
        bases: reports.flatMap(({ bases }) => bases),
    };
}
/** What must be the same for all platforms of an image: everything that went in, but for what a platform has of its own. */
function originOf({ engine, reason, inputs, source }) {
    const { platforms: _, ...shared } = inputs;
    return JSON.stringify([engine, reason, source.url ?? '', source.revision ?? '', shared]);
}

// EXTERNAL MODULE: ./lib/bake/created.js
var created = __webpack_require__(2845);
;// CONCATENATED MODULE: ./lib/bake/epoch.js

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
    throw new IngotError('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, not seconds since 1970`);
}

// EXTERNAL MODULE: ./lib/image/index.js + 12 modules
var lib_image = __webpack_require__(5775);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(7535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/bake/attestation.js
/**
 * How BuildKit hangs an attestation beside an image in an index: a manifest of no platform that names the image's digest.
 *
 * @see https://github.com/moby/buildkit/blob/v0.13.2/docs/attestations/attestation-storage.md
 */
const keys = { type: 'vnd.docker.reference.type', digest: 'vnd.docker.reference.digest' };
/** The digest of the image that a descriptor of an index attests to; undefined when it is no attestation. */
function attestation_attestedBy({ annotations }) {
    return annotations?.[keys.type] === 'attestation-manifest' ? (annotations[keys.digest] ?? '') : undefined;
}
/** A descriptor of an attestation manifest, pointing at the image that it is about. */
function attestation_attestationOf(image, { mediaType, digest, size }) {
    const annotations = { [keys.digest]: image, [keys.type]: 'attestation-manifest' };
    return { mediaType, digest, size, annotations, platform: { architecture: 'unknown', os: 'unknown' } };
}

;// CONCATENATED MODULE: ./lib/bake/check-join.js



/**
 * Whether these images may be joined: there is one, each platform is there once, and the rules hold.
 *
 * @throws IngotError `invalid-input`
 */
function check_join_checkJoin(images, { expected = [], revision }) {
    if (images.length === 0) {
        throw new IngotError('invalid-input', 'There is nothing to join', { advice: 'Name the digest of each platform' });
    }
    checkPlatforms(images);
    if (expected.length > 0)
        checkExpected(images, expected);
    if (revision !== undefined)
        checkRevision(images, revision);
}
function checkPlatforms(images) {
    for (const [i, image] of images.entries()) {
        const other = images.slice(0, i).find((before) => samePlatform(before.config, image.config));
        if (other === undefined)
            continue;
        const both = `${other.manifestDigest} and ${image.manifestDigest} in ${image.store.repository}`;
        throw new IngotError('invalid-input', `Two images for ${formatPlatform(image.config)} cannot be one: ${both}`, {
            advice: 'Bake every platform once: check the platforms that each runner was given',
        });
    }
}
function checkExpected(images, expected) {
    const wanted = expected.map((text) => ({ text, platform: parsePlatform(text) }));
    const missing = wanted.filter(({ platform }) => !images.some((image) => samePlatform(image.config, platform)));
    const extra = images.filter((image) => !wanted.some(({ platform }) => samePlatform(image.config, platform)));
    if (missing.length === 0 && extra.length === 0)
        return;
    const said = [
        ...missing.map(({ text }) => `there is no image for ${text}`),
        ...extra.map((image) => `nobody asked for ${formatPlatform(image.config)}`),
    ];
    throw new IngotError('invalid-input', `These images cannot be joined: ${said.join('; ')}`, {
        advice: 'Bake every platform once, in the same run: bake again',
    });
}
/** What a runner hands on is a digest, and a digest of another build must not slip in among them. */
function checkRevision(images, revision) {
    for (const image of images) {
        const label = image.config.config?.Labels?.[annotationKeys.revision];
        const named = image.manifest.annotations?.[annotationKeys.revision] ?? label;
        if (named === revision)
            continue;
        const what = `${image.store.repository}@${image.manifestDigest}`;
        throw new IngotError('invalid-input', `${what} says that it is of commit ${named ?? '(none)'}, not ${revision}`, {
            advice: 'Bake every platform of one commit, each with that revision',
        });
    }
}

;// CONCATENATED MODULE: ./lib/bake/describe-platform.js



const maximumStepCharacters = 80;
/**
 * One platform of an image that something else built, as its own documents tell: the base by the annotations, the layers by
 * the history.
 *
 * @param baseLayers how many of the layers are the base's; what is not known counts as built
 */
function describe_platform_describePlatform({ manifest, manifestDigest, config }, baseLayers = 0) {
    const steps = (config.history ?? []).filter(({ empty_layer: isEmpty }) => isEmpty !== true);
    // A history that does not fit the layers says nothing about any of them.
    const fits = steps.length === manifest.layers.length;
    const annotations = manifest.annotations ?? {};
    const baseDigest = annotations[annotationKeys.baseDigest];
    return {
        platform: formatPlatform(config),
        digest: manifestDigest,
        baseName: annotations[annotationKeys.baseName],
        baseDigest: baseDigest === undefined ? undefined : parseDigest(baseDigest),
        layers: manifest.layers.map(({ digest, size }, i) => ({
            digest,
            size,
            from: i < baseLayers ? 'base' : stepOf(fits ? steps[i]?.created_by : undefined),
        })),
    };
}
function stepOf(created) {
    const step = (created ?? 'a build step')
        .replace(/^\/bin\/sh -c (?:#\(nop\) )?/, '')
        .replace(/ # buildkit$/, '')
        .replace(/\s+/g, ' ')
        .trim();
    return step.length > maximumStepCharacters ? `${step.slice(0, maximumStepCharacters - 1)}…` : step;
}

// EXTERNAL MODULE: ./lib/bake/settings.js
var settings = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/bake/unchanged.js

/** What says when and from which commit an image was built: it differs in every build of the very same content. */
const volatileKeys = [media_types/* annotationKeys */.ic.revision, media_types/* annotationKeys */.ic.created];
/**
 * Whether what was built is what is there already: the same platforms, and in each the same files (by diff-id, however they
 * are compressed), the same settings and the same base. Times, history, and the commit that an image names do not count: a
 * commit that changes nothing in the image is no release. The version counts, because somebody chose it.
 *
 * Decided a platform at a time and never by the index, which names attestations that differ in every build.
 */
function unchanged_isUnchanged(previous, built) {
    if (previous === undefined || built.length === 0)
        return false;
    const before = previous.platforms.map(contentOf).sort();
    const now = built.map(contentOf).sort();
    return before.length === now.length && before.every((content, i) => content === now[i]);
}
/** An unchanged bake: the image as it was, and what building it again has shown about it. */
function unchanged_keepPrevious(previous, platforms) {
    const { digest, descriptor } = previous;
    const digests = new Map(previous.platforms.map((one) => [one.platform, one.digest]));
    return {
        digest,
        descriptor,
        unchanged: true,
        reproduced: platforms.every((one) => digests.get(one.platform) === one.digest),
        platforms: platforms.map((one) => ({ ...one, digest: digests.get(one.platform) ?? one.digest })),
    };
}
/** What an image of one platform is, as text that is equal when the content is. */
function contentOf({ platform, manifest, config }) {
    const annotations = lasting(manifest.annotations);
    if (config === undefined) {
        const layers = manifest.layers.map(({ digest, mediaType, annotations }) => [
            mediaType,
            digest,
            lasting(annotations),
        ]);
        return canonical({ platform, type: manifest.artifactType, config: manifest.config.digest, layers, annotations });
    }
    const { architecture, os, variant, config: settings, rootfs } = config;
    const { Labels, ...runtime } = settings ?? {};
    return canonical({
        platform: [os, architecture, variant ?? '', config['os.version'] ?? '', config['os.features'] ?? ''],
        files: rootfs.diff_ids,
        settings: Object.fromEntries(Object.entries({ ...runtime, Labels: lasting(Labels) }).filter(isSet)),
        annotations,
    });
}
function lasting(record) {
    return Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !volatileKeys.includes(key)));
}
/** JSON with sorted keys. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => {
        if (inner === null || typeof inner !== 'object' || Array.isArray(inner))
            return inner;
        return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}
/** Of a setting, null and empty say the same as nothing, as they do to whatever runs the image. */
function isSet([, value]) {
    if (value === null || value === undefined || value === '' || value === false)
        return false;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}

;// CONCATENATED MODULE: ./lib/bake/join-index.js










/** More is no image of one application. */
const maximumPlatforms = 64;
/**
 * Makes one index of images that were built apart, a platform each: what a build for all platforms at once would have
 * written, whichever runner was the first to finish. The same images give the same bytes, and joining an index again gives
 * that index.
 *
 * @throws IngotError `not-found`; `invalid-input` when two images are for one platform; `unsupported` when an index holds
 *   something that is neither an image nor an attestation of one
 */
async function joinIndex(join) {
    const { output, tags, log } = join;
    const parts = [];
    for (const digest of [...new Set(join.digests)])
        parts.push(...(await readParts(digest, join)));
    const distinct = [...new Map(parts.map((part) => [part.image.manifestDigest, part])).values()];
    const images = distinct.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    checkJoin(images.map(({ image }) => image), join);
    const bytes = encodeJson(indexOf(images, join.annotations));
    const call = { ...(join.signal && { signal: join.signal }) };
    const contents = images.map(({ image }) => ({ platform: formatPlatform(image.config), ...image }));
    const platforms = images.map(({ image }) => describePlatform(image));
    if (isUnchanged(join.previous, contents))
        return keepPrevious(join.previous, platforms);
    const descriptor = await output.writeManifest(bytes, mediaTypes.index, { ...call, tags });
    log?.(`joined ${images.map(nameOf).join(', ')} as ${descriptor.digest}`);
    return { digest: descriptor.digest, descriptor, unchanged: false, platforms };
}
async function readParts(digest, { output, reference, signal }) {
    const load = (wanted) => loadImage(output, pinned(reference, wanted), { signal });
    const stored = await output.readManifest(digest, signal && { signal });
    const from = `${output.repository}@${digest}`;
    if (stored === undefined) {
        throw new IngotError('not-found', `There is no ${from} to join`, {
            advice: 'All images of an index lie in its repository: bake them into it, or copy them there first',
        });
    }
    if (!indexTypes.includes(stored.descriptor.mediaType))
        return [{ image: await load(digest), attestations: [] }];
    const { manifests } = parseIndex(stored.bytes, from);
    const images = manifests.filter((child) => isImage(child));
    if (images.length > maximumPlatforms)
        throw new IngotError('size-exceeded', `${from} lists ${images.length} images`);
    const own = new Set(images.map((child) => child.digest));
    const strange = manifests.find((child) => !isImage(child) && !own.has(attestedBy(child) ?? ''));
    if (strange !== undefined) {
        throw new IngotError('unsupported', `${from} lists ${strange.digest}, neither an image nor an attestation of one`, {
            advice: 'Join images that were baked for this; an index with more in it would lose what it means',
        });
    }
    const attestations = (image) => manifests.filter((child) => attestedBy(child) === image.digest);
    return Promise.all(images.map(async (image) => ({ image: await load(image.digest), attestations: attestations(image) })));
}
function isImage(child) {
    if (attestedBy(child) !== undefined || indexTypes.includes(child.mediaType))
        return false;
    return child.platform === undefined || isRealPlatform(child.platform);
}
/** Images by platform, then what attests to them, in the same order. */
function indexOf(parts, annotations) {
    const attested = parts.flatMap(({ image, attestations }) => attestations.map((descriptor) => attestationOf(image.manifestDigest, descriptor)));
    return {
        schemaVersion: 2,
        mediaType: mediaTypes.index,
        manifests: [...parts.map(({ image }) => descriptorOf(image)), ...attested],
        ...(Object.keys(annotations).length > 0 && { annotations: sorted(annotations) }),
    };
}
function descriptorOf({ descriptor, config }) {
    const { architecture, os, variant } = config;
    const version = config['os.version'];
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: descriptor.size,
        platform: {
            architecture,
            os,
            ...(variant !== undefined && { variant }),
            ...(typeof version === 'string' && { 'os.version': version }),
        },
    };
}
function nameOf({ image }) {
    return formatPlatform(image.config);
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
        throw new IngotError('invalid-input', `Cannot add ${JSON.stringify(text)}: it is not SRC:DEST`, {
            advice: 'Write a path on disk, a colon and an absolute path in the image, e.g. build:/app',
        });
    }
    return { source, destination };
}
/** The addition as one platform gets it, its placeholders filled in; undefined when it is for others. */
function addition_additionFor(addition, platform) {
    const { platforms, source, ...rest } = addition;
    const { os, architecture, variant = '' } = parsePlatform(platform);
    if (platforms !== undefined && !platforms.some((entry) => isSameOrWider(entry, platform)))
        return undefined;
    const values = { os, arch: architecture, variant };
    return { ...rest, source: source.replace(/\{(os|arch|variant)\}/g, (_, name) => values[name] ?? '') };
}
/** What every platform gets alike, and can be looked at before it is known which there are. */
function forAnyPlatform(additions) {
    const isAlike = ({ platforms, source }) => platforms === undefined && !source.includes('{');
    return additions.filter(isAlike).flatMap((addition) => addition_additionFor(addition, 'linux/amd64') ?? []);
}
/** `linux/arm64` is meant for `linux/arm64/v8` too. */
function isSameOrWider(entry, platform) {
    return platform === entry || platform.startsWith(`${entry}/`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/bake/bring-layers.js
var bring_layers = __webpack_require__(7576);
;// CONCATENATED MODULE: ./lib/bake/layers/bring-bases.js

/** Makes the layers of all bases available in the output, and says how each came there. */
async function bring_bases_bringBases(platforms, options) {
    const { output, there, log, signal } = options;
    const how = new Map();
    await Promise.all(platforms.map(async ({ image }) => {
        if (image === undefined)
            return;
        const layers = image.manifest.layers.map(asOciLayer).filter(({ digest }) => !how.has(digest));
        for (const { digest } of layers)
            how.set(digest, 'there already');
        const missing = layers.filter(({ digest }) => !there.has(digest));
        const brought = await bringLayers(missing, image.store, output, { log, signal, what: 'base layer' });
        for (const [digest, came] of brought)
            how.set(digest, came);
    }));
    return how;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/bake/layers/compression.js




const compressions = (/* unused pure expression or super */ null && (['gzip', 'zstd', 'none']));
/** Fast: on a build machine time is dearer than the tenth that higher levels save. */
const defaultLevels = { gzip: 1, zstd: 3, none: 0 };
const largestLevels = { gzip: 9, zstd: 19, none: 0 };
const probeBytes = (/* unused pure expression or super */ null && (16 * 1024));
/** Large enough for a block to come back from its thread in one piece: what is stored grows a little. */
const chunkSizes = { packed: 512 * 1024, stored: 1025 * 1024 };
/** @throws IngotError `invalid-input` for a level that there is not, `unsupported` for zstd on a Node that lacks it */
function compression_compressionOf(kind = 'gzip', level) {
    if (level !== undefined && (level < Math.min(1, largestLevels[kind]) || level > largestLevels[kind])) {
        const expected = kind === 'none' ? 'none has no level' : `${kind} has the levels 1 to ${largestLevels[kind]}`;
        throw new IngotError('invalid-input', `The compression level ${level} does not exist: ${expected}`);
    }
    if (kind === 'zstd' && zstd === undefined) {
        throw new IngotError('unsupported', `Node ${process.version} cannot compress with zstd`, {
            advice: 'Run on Node 22.15 or newer, or choose gzip, which every container engine can pull',
        });
    }
    return { kind, level: level ?? defaultLevels[kind] };
}
function compression_layerMediaType({ kind }) {
    return { gzip: mediaTypes.layerGzip, zstd: mediaTypes.layerZstd, none: mediaTypes.layerTar }[kind];
}
/** Blocks are compressed one by one, on the threads of the pool: both formats allow parts that follow each other. */
function compression_blockCompressor({ kind, level }) {
    if (kind === 'none')
        return async (block) => Buffer.from(block);
    return kind === 'zstd' ? (block) => zstdFrame(block, level) : (block) => gzipMember(block, level);
}
const gzip = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.2 */
async function gzipMember(block, level) {
    const isStored = isDense(block);
    const chunkSize = isStored ? chunkSizes.stored : chunkSizes.packed;
    // The larger table costs 128 KiB a block in flight, and saves a tenth of the time.
    const member = await gzip(block, { level: isStored ? 0 : level, memLevel: 9, chunkSize });
    member[8] = 0; // extra flags: some versions of zlib note the level here
    member[9] = 0xff; // operating system: unknown, whichever this is
    return member;
}
/** Whether a block is compressed or random already; then it is stored, at a tenth of the time. */
function isDense(block) {
    const probe = block.subarray(0, probeBytes);
    return block.length > probeBytes && zlib.deflateRawSync(probe, { level: 1 }).length > probe.length * 0.97;
}
/** In Node from 22.15 on; the types that we build against are older. */
const zstd = external_node_zlib_.zstdCompress;
const zstdLevelParameter = 100; // ZSTD_c_compressionLevel
/** @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1 */
function zstdFrame(block, level) {
    return new Promise((resolve, reject) => {
        zstd?.(block, { params: { [zstdLevelParameter]: level } }, (error, frame) => error ? reject(error) : resolve(frame));
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/bake/layers/layer-cache.js





const largestEntries = 2_000;
const largestEntryBytes = (/* unused pure expression or super */ null && (4 * 1024)); // 4 KiB
const layer_cache_digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,oci_digest/* isDigest */.Bc)(value));
const entrySchema = schema/* strictObject */.rej({
    version: schema/* literal */.euz(1),
    diffId: layer_cache_digest,
    digest: layer_cache_digest,
    size: schema/* int */.Whr().check(schema/* positive */.yjt()),
    mediaType: schema/* string */.YjP(),
});
/**
 * Remembers on disk which files became which layer: one small file a layer, named by fingerprint and compression. It holds
 * no path and no content. It only saves time: what is damaged is thrown away, what cannot be read or written is done without.
 */
class layer_cache_LayerCache {
    #directory;
    /** Looking once a bake at how many there are is enough to bound them. */
    #isShrunk = false;
    constructor(directory) {
        this.#directory = join(directory, 'layers');
    }
    find(key) {
        const file = this.#fileOf(key);
        let text;
        try {
            if (fs.statSync(file).size > largestEntryBytes)
                throw new Error('too large');
            text = fs.readFileSync(file, 'utf8');
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                this.#forget(file);
            return undefined;
        }
        const entry = parsed(text);
        if (entry === undefined)
            this.#forget(file);
        else
            this.#touch(file);
        return entry;
    }
    remember(key, { diffId, digest, size, mediaType }) {
        const file = this.#fileOf(key);
        const mine = `${file}.${process.pid}`;
        try {
            fs.mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
            // Renamed into place, so that nobody reads half of it.
            fs.writeFileSync(mine, JSON.stringify({ version: 1, diffId, digest, size, mediaType }), { mode: 0o600 });
            fs.renameSync(mine, file);
            this.#shrink();
        }
        catch {
            this.#forget(mine);
        }
    }
    #fileOf(key) {
        return join(this.#directory, createHash('sha256').update(key).digest('hex'));
    }
    /** The longest unused go first. */
    #shrink() {
        if (this.#isShrunk)
            return;
        this.#isShrunk = true;
        const names = fs.readdirSync(this.#directory);
        if (names.length <= largestEntries)
            return;
        const used = names.map((name) => {
            const file = join(this.#directory, name);
            return { file, at: fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
        });
        used.sort((a, b) => a.at - b.at);
        for (const { file } of used.slice(0, names.length - largestEntries / 2))
            this.#forget(file);
    }
    #touch(file) {
        try {
            fs.utimesSync(file, new Date(), new Date());
        }
        catch {
            // it is only the order in which they are forgotten
        }
    }
    #forget(file) {
        try {
            fs.rmSync(file, { force: true });
        }
        catch {
            // then it is found damaged again
        }
    }
}
function parsed(text) {
    try {
        const { version: _, ...layer } = entrySchema.parse(JSON.parse(text));
        return layer;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/bake/layers/excludes.js

/**
 * Patterns as in a `.dockerignore`: relative to the source, `*` and `?` within a name, `**` across names, a directory
 * stands for all that is in it, `!` takes back, and the last one that matches counts.
 *
 * @throws IngotError `invalid-input` for a pattern that can match nothing
 * @see https://docs.docker.com/build/concepts/context/#syntax
 */
function excludes_parseExcludes(patterns) {
    if (patterns.length === 0)
        return undefined;
    const rules = patterns.map((pattern) => {
        const isTakenBack = pattern.startsWith('!');
        return { isTakenBack, expression: expressionOf(isTakenBack ? pattern.slice(1) : pattern, pattern) };
    });
    return {
        has: (path) => {
            let excluded = false;
            for (const { isTakenBack, expression } of rules) {
                if (excluded === isTakenBack && expression.test(path))
                    excluded = !isTakenBack;
            }
            return excluded;
        },
        mayReturn: rules.some(({ isTakenBack }) => isTakenBack),
    };
}
function expressionOf(pattern, written) {
    const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.length === 0 || parts.includes('..')) {
        throw new IngotError('invalid-input', `Cannot exclude ${JSON.stringify(written)}: it names nothing below the source`, {
            advice: 'Write a path or pattern relative to what is added, e.g. test, **/*.map or !keep.map',
        });
    }
    const text = parts.map((part, i) => {
        const isLast = i === parts.length - 1;
        if (part === '**')
            return isLast ? '.+' : '(?:.*/)?';
        // A match of a parent is a match: whatever follows is below it.
        return `${nameExpression(part)}${isLast ? '(?:/|$)' : '/'}`;
    });
    return new RegExp(`^${text.join('')}`, 's');
}
function nameExpression(part) {
    return part
        .split(/(\*+|\?)/)
        .map((piece) => {
        if (piece.startsWith('*'))
            return '[^/]*';
        return piece === '?' ? '[^/]' : piece.replace(/[.\\+^${}()|[\]]/g, '\\$&');
    })
        .join('');
}

;// CONCATENATED MODULE: ./lib/bake/layers/fingerprint.js

/** Bump when the same members make other bytes: what an older version has remembered is then not found. */
const version = 1;
const batch = 512;
const width = 9;
/**
 * A change in the same tick of the clock as the last one leaves the times as they were. Kernels tick every 10 ms or faster; where
 * no time has a fraction, the file system counts in seconds (FAT in twos).
 */
const tickMs = 100;
const coarseTickMs = 2_100;
/**
 * Names the state of files on disk: path, kind, mode, owner and times as the image will have them, and for each file the
 * size, the inode and the nanosecond times of its last change. Nothing is read; whoever changes a file changes the name.
 */
class fingerprint_Fingerprint {
    /** False when a file was changed so shortly before that another change might not show. */
    isSettled = true;
    #hash = createHash('sha256').update(`layer ${version}\0`);
    #startedMs;
    #text = '';
    #pending = 0;
    #numbers = new Float64Array(batch * width);
    /** @param startedMs before anything was looked at */
    constructor(startedMs) {
        this.#startedMs = startedMs;
    }
    add(member, stat) {
        const { type, mode, size, mtime, uid = 0, gid = 0 } = member;
        // No path holds a NUL, so no two lists of members give the same text.
        this.#text += `${member.path}\0${type}\0${member.linkTarget ?? ''}\0`;
        const numbers = this.#numbers;
        let at = this.#pending * width;
        numbers[at++] = mode;
        numbers[at++] = size;
        numbers[at++] = mtime;
        numbers[at++] = uid;
        numbers[at++] = gid;
        numbers[at++] = stat?.dev ?? 0;
        numbers[at++] = stat?.ino ?? 0;
        numbers[at++] = stat?.mtimeMs ?? 0;
        numbers[at] = stat?.ctimeMs ?? 0;
        if (stat !== undefined)
            this.#look(stat.ctimeMs);
        this.#pending++;
        if (this.#pending === batch)
            this.#flush();
    }
    digest() {
        this.#flush();
        return this.#hash.digest('hex');
    }
    #look(changedMs) {
        const tick = changedMs % 1000 === 0 ? coarseTickMs : tickMs;
        if (changedMs > this.#startedMs - tick)
            this.isSettled = false;
    }
    #flush() {
        const bytes = Buffer.from(this.#numbers.buffer, 0, this.#pending * width * 8);
        this.#hash.update(`${Buffer.byteLength(this.#text)}\0${this.#text}`).update(bytes);
        this.#text = '';
        this.#pending = 0;
    }
}

;// CONCATENATED MODULE: ./lib/bake/layers/members.js



const blockBytes = 512;
/**
 * The members of one layer as its rules make them. Some 300 bytes of memory each: a million files take 300 MB, and two
 * million are the limit, as they are for readers.
 */
class members_Members {
    /** Of the tar, as far as it can be known before names are written: pax headers come on top. */
    tarBytes = 2 * blockBytes;
    #members = [];
    #setting;
    /** Inode → the first member that has its content. */
    #links = new Map();
    constructor(setting) {
        this.#setting = setting;
    }
    get count() {
        return this.#members.length;
    }
    [Symbol.iterator]() {
        return this.#members[Symbol.iterator]();
    }
    /** Where the bytes of a file are. */
    fileOf({ path }) {
        const { source, path: top } = this.#setting;
        if (path === top)
            return source;
        return `${source}/${top === '' ? path : path.slice(top.length + 1)}`;
    }
    /** A directory that only the destination names. */
    addParent(path) {
        this.#push({ path, type: 'directory', mode: 0o755, size: 0, ...this.#owner(), mtime: this.#epoch(), changedMs: 0 });
    }
    /**
     * @param below path below the source; empty for the source itself
     * @throws IngotError `invalid-input` for what is neither file, directory nor symbolic link
     */
    add(below, stat) {
        const { source, path: top } = this.#setting;
        const path = below === '' ? top : top === '' ? below : `${top}/${below}`;
        const { uid, gid } = this.#owner();
        const mtime = this.#mtimeOf(stat);
        if (stat.isFile()) {
            const mode = this.#modeOf(stat.mode);
            const first = this.#firstLink(stat, path);
            if (first === undefined) {
                this.#push({ path, type: 'file', mode, size: stat.size, uid, gid, mtime, changedMs: stat.ctimeMs }, stat);
            }
            else
                this.#push({ path, type: 'hardlink', mode, size: 0, uid, gid, mtime, linkTarget: first, changedMs: 0 });
        }
        else if (stat.isDirectory()) {
            this.#push({
                path,
                type: 'directory',
                mode: this.#directoryMode(stat.mode),
                size: 0,
                uid,
                gid,
                mtime,
                changedMs: 0,
            });
        }
        else if (stat.isSymbolicLink()) {
            const linkTarget = external_node_fs_.readlinkSync(`${source}/${below}`);
            this.#push({ path, type: 'symlink', mode: 0o777, size: 0, uid, gid, mtime, linkTarget, changedMs: 0 });
        }
        else
            throw notAMember(below === '' ? source : `${source}/${below}`, stat);
    }
    #push(member, stat) {
        if (member.type === 'directory' && !this.#setting.isListed(member.path))
            return;
        this.#members.push(member);
        this.#setting.fingerprint.add(member, stat);
        this.tarBytes += blockBytes + Math.ceil(member.size / blockBytes) * blockBytes;
        if (this.#members.length <= lib_image/* defaultLimits */.MK.entries)
            return;
        const message = `Cannot add ${this.#setting.source}: it holds more than ${lib_image/* defaultLimits */.MK.entries} files and directories`;
        throw new errors/* IngotError */.se('size-exceeded', message, { advice: 'Add an archive of them, or parts of it one by one' });
    }
    #firstLink(stat, path) {
        if (this.#setting.rules.hardLinks !== 'keep' || stat.nlink < 2)
            return undefined;
        const key = `${stat.dev}:${stat.ino}`;
        const first = this.#links.get(key);
        if (first === undefined)
            this.#links.set(key, path);
        return first;
    }
    #owner() {
        return this.#setting.rules.owner ?? { uid: 0, gid: 0 };
    }
    #epoch() {
        const { rules, epochSeconds } = this.#setting;
        return typeof rules.mtime === 'number' ? rules.mtime : epochSeconds;
    }
    #mtimeOf(stat) {
        return this.#setting.rules.mtime === 'keep' ? Math.max(0, Math.floor(stat.mtimeMs / 1000)) : this.#epoch();
    }
    #modeOf(onDisk) {
        const { mode = 'normal' } = this.#setting.rules;
        if (typeof mode === 'number')
            return mode;
        if (mode === 'keep')
            return onDisk & 0o7777;
        return (onDisk & 0o111) === 0 ? 0o644 : 0o755;
    }
    #directoryMode(onDisk) {
        const { mode = 'normal' } = this.#setting.rules;
        if (mode === 'keep')
            return onDisk & 0o7777;
        // Who may read a file of it may enter it: `chmod +X`.
        return mode === 'normal' ? 0o755 : (mode & 0o777) | ((mode & 0o444) >> 2);
    }
}
function notAMember(file, stat) {
    const what = `it is a ${kindOf(stat)}, not a file, directory or symbolic link`;
    return new errors/* IngotError */.se('invalid-input', `Cannot add ${file}: ${what}`, {
        advice: 'Remove it from what is added: sockets, pipes and devices have no place in an image',
    });
}
function kindOf(stat) {
    if (stat.isSocket())
        return 'socket';
    return stat.isFIFO() ? 'named pipe' : 'device';
}

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
function own_directories_isBasesOwn(path) {
    return own.has(path);
}

;// CONCATENATED MODULE: ./lib/bake/layers/walk.js


/**
 * Adds everything below a directory, in byte order, whatever the order on disk and the locale. Synchronous: for many small
 * files that takes a quarter of the time of promises. It may be left after each directory, and gone on with later.
 *
 * @throws IngotError `unreadable`, `invalid-input`
 */
function* walk_walk(source, members, excludes) {
    // Excluded directories that are being looked into for what is taken back: listed with the first of it.
    const held = [];
    function* visit(below) {
        yield;
        for (const name of readNames(below === '' ? source : `${source}/${below}`)) {
            const path = below === '' ? name : `${below}/${name}`;
            const isExcluded = excludes?.has(path) === true;
            if (isExcluded && excludes?.mayReturn === false)
                continue;
            const stat = look(`${source}/${path}`);
            if (!isExcluded) {
                refuseWhiteout(name, `${source}/${path}`);
                for (const parent of held.splice(0))
                    members.add(parent.path, parent.stat);
                members.add(path, stat);
            }
            else if (stat.isDirectory())
                held.push({ path, stat });
            if (stat.isDirectory())
                yield* visit(path);
            if (held.at(-1)?.path === path)
                held.pop();
        }
    }
    yield* visit('');
}
function look(path) {
    const stat = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stat !== undefined)
        return stat;
    throw new IngotError('unreadable', `${path} cannot be added: it has gone, or its name is not UTF-8`, {
        advice: 'Bake after everything that writes there has ended; rename what is not UTF-8, or exclude it',
    });
}
function readNames(directory) {
    try {
        const names = fs.readdirSync(directory);
        // Strings compare by UTF-16 units, which is byte order of UTF-8 too unless there are surrogates.
        const hasSurrogates = names.some((name) => /[\ud800-\udfff]/.test(name));
        return hasSurrogates ? names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : names.sort();
    }
    catch (cause) {
        throw new IngotError('unreadable', `Cannot list ${directory}: ${cause.message}`, { cause });
    }
}
function refuseWhiteout(name, path) {
    if (!name.startsWith('.wh.'))
        return;
    const why = 'names that begin with .wh. delete files in image layers';
    throw new IngotError('invalid-input', `Cannot add ${path}: ${why}`, { advice: 'Rename it, or exclude it' });
}

;// CONCATENATED MODULE: ./lib/bake/layers/plan-layer.js









/**
 * The members of an addition's layer. A directory's content goes to the destination; a file goes there too, or into it
 * when it is written with a slash at its end.
 *
 * @throws IngotError `not-found`, `unreadable`, `invalid-input` for what a layer cannot hold, `size-exceeded`
 */
function plan_layer_planLayer(addition, options) {
    const steps = plan_layer_planSteps(addition, options);
    for (;;) {
        const step = steps.next();
        if (step.done)
            return step.value;
    }
}
/** The same in steps, a directory each. @throws what `planLayer` throws */
function* plan_layer_planSteps(addition, { onBase, epochSeconds }) {
    const { source, destination, rules = {} } = addition;
    const startedMs = Date.now();
    const stat = fs.statSync(source, { throwIfNoEntry: false });
    if (stat === undefined) {
        throw new IngotError('not-found', `Cannot add ${source} to the image: there is no such file or directory`, {
            advice: 'Build it first, or correct the part before the colon',
        });
    }
    const parts = destination.split('/').filter((part) => part !== '' && part !== '.');
    if (stat.isFile() && (parts.length === 0 || destination.endsWith('/')))
        parts.push(basename(source));
    const path = parts.join('/');
    const fingerprint = new Fingerprint(startedMs);
    const members = new Members({ rules, epochSeconds, source, path, fingerprint, isListed: listed(onBase) });
    for (let i = 1; i < parts.length; i++)
        members.addParent(parts.slice(0, i).join('/'));
    if (stat.isDirectory()) {
        if (path !== '')
            members.addParent(path);
        yield* walk(source, members, parseExcludes(rules.exclude ?? []));
    }
    else
        members.add('', stat);
    checkSize(members, source);
    return { addition, members, fingerprint: fingerprint.digest(), isSettled: fingerprint.isSettled };
}
function listed(onBase) {
    return onBase ? (directory) => !isBasesOwn(directory) : () => true;
}
/** What is larger cannot be read again by those who scan and unpack it. */
function checkSize({ tarBytes }, source) {
    if (tarBytes <= defaultLimits.layerBytes)
        return;
    throw new IngotError('size-exceeded', `Cannot add ${source}: a layer of ${tarBytes} bytes is more than 8 GiB`, {
        advice: 'Add parts of it one by one: each becomes a layer of its own. Data belongs in a volume, not in an image',
    });
}

;// CONCATENATED MODULE: ./lib/bake/layers/plan-platforms.js


/** @throws IngotError what `planLayer` throws */
function plan_platforms_planPlatforms(bake) {
    const onBase = bake.platforms.some(({ image }) => image !== undefined);
    const plans = new Map();
    const planOnce = (addition) => {
        const key = JSON.stringify(addition);
        const options = { onBase, epochSeconds: bake.epochSeconds };
        const plan = plans.get(key) ?? bake.ahead?.take(addition) ?? planLayer(addition, options);
        plans.set(key, plan);
        return plan;
    };
    return bake.platforms.map((base) => ({
        base,
        layers: bake.additions
            .map((addition) => additionFor(addition, base.platform))
            .filter((addition) => addition !== undefined)
            .map(planOnce),
    }));
}

// EXTERNAL MODULE: ./lib/bake/base-annotations.js
var base_annotations = __webpack_require__(5263);
;// CONCATENATED MODULE: ./lib/bake/layers/platform-image.js









/** Puts layers on a base. Pure: the same arguments give the same bytes. */
function platform_image_platformImage(base, added, text) {
    const content = configOf(base, added, text);
    const config = described(mediaTypes.config, encodeJson(content));
    const below = (base.image?.manifest.layers ?? []).map(asOciLayer);
    const recorded = baseAnnotations(text.baseName, base.image?.manifestDigest, base.image?.manifest.config);
    const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.manifest,
        config: config.descriptor,
        // Wherever a descriptor comes from, its fields are written in one order.
        layers: [...below, ...added.map(({ descriptor: { mediaType, digest, size } }) => ({ mediaType, digest, size }))],
        annotations: sorted({ ...text.annotations, ...recorded }),
    };
    const { descriptor, bytes } = described(mediaTypes.manifest, encodeJson(manifest));
    return {
        base,
        added,
        content: { platform: formatPlatform(content), manifest, config: content },
        config,
        manifest: { descriptor: { ...descriptor, platform: platformOf(base) }, bytes },
    };
}
/** One platform's manifest stands alone, several are listed by an index. */
function platform_image_topManifest(images, { annotations, baseName }) {
    const [only, ...more] = images;
    if (only !== undefined && more.length === 0)
        return described(mediaTypes.manifest, only.manifest.bytes);
    const index = {
        schemaVersion: 2,
        mediaType: mediaTypes.index,
        manifests: images.map(({ manifest }) => manifest.descriptor),
        // No base digest here: each platform has its own, and the base's index changes when any other one lands.
        annotations: sorted({ ...annotations, ...baseAnnotations(baseName, undefined) }),
    };
    return described(mediaTypes.index, encodeJson(index));
}
function described(mediaType, bytes) {
    return { descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length }, bytes };
}
function configOf(base, added, { settings, epochSeconds }) {
    const below = base.image?.config;
    const created = formatEpoch(epochSeconds);
    const changed = namesOf(settings);
    const steps = added.map(({ destination }) => ({
        created,
        created_by: `ingot bake: add ${destination}`,
    }));
    if (changed.length > 0)
        steps.push({ created, created_by: `ingot bake: set ${changed.join(', ')}`, empty_layer: true });
    return {
        created,
        ...platformOf(base),
        config: applySettings(below?.config ?? {}, settings),
        rootfs: { type: 'layers', diff_ids: [...(below?.rootfs.diff_ids ?? []), ...added.map(({ diffId }) => diffId)] },
        history: [...(below === undefined ? [] : historyOf(below)), ...steps],
    };
}
function platformOf({ image, platform }) {
    if (image === undefined)
        return parsePlatform(platform);
    const { architecture, os, variant } = image.config;
    const version = image.config['os.version'];
    return {
        architecture,
        os,
        ...(variant !== undefined && { variant }),
        ...(typeof version === 'string' && { 'os.version': version }),
    };
}

;// CONCATENATED MODULE: ./lib/bake/layers/reuse.js

/**
 * The layer of the previous image that has this content and this compression. Its bytes need not be those that would be made
 * here, by another zlib: what they unpack to is what its config says and whoever unpacks it checks.
 */
function reuse_layerWith(previous, diffId, mediaType) {
    for (const { manifest, config } of previous.platforms) {
        const layer = manifest.layers[config?.rootfs.diff_ids.indexOf(diffId) ?? -1];
        const descriptor = layer && asOciLayer(layer);
        if (descriptor?.mediaType === mediaType)
            return descriptor;
    }
    return undefined;
}
/** Blobs that lie in the output for certain, since the previous image's manifests name them. */
function reuse_blobsOf(previous) {
    const manifests = previous?.platforms.map(({ manifest }) => manifest) ?? [];
    return new Set(manifests.flatMap(({ config, layers }) => [config, ...layers].map(({ digest }) => digest)));
}

;// CONCATENATED MODULE: ./lib/bake/layers/spool.js


const spool_largestInMemory = 4 * 1024 * 1024; // 4 MiB; more goes through a file
/** Holds a finished layer until it is sent: a small one in memory, a large one in a file. */
class spool_Spool {
    directory;
    size = 0;
    #parts = [];
    #file;
    #path;
    /** @param directory the caller removes it */
    constructor(directory) {
        this.directory = directory;
    }
    write(bytes) {
        this.size += bytes.length;
        this.#parts.push(bytes);
        if (this.size <= spool_largestInMemory)
            return;
        this.#path ??= join(fs.mkdtempSync(join(this.directory, 'layer-')), 'blob');
        this.#file ??= fs.openSync(this.#path, 'w');
        for (const part of this.#parts) {
            for (let written = 0; written < part.length;)
                written += fs.writeSync(this.#file, part, written);
        }
        this.#parts = [];
    }
    close() {
        if (this.#file !== undefined)
            fs.closeSync(this.#file);
        this.#file = undefined;
    }
    async *read() {
        if (this.#path === undefined)
            yield* this.#parts;
        else
            yield* fs.createReadStream(this.#path, { highWaterMark: 256 * 1024 });
    }
    /** What was sent is not kept: bakes of hundreds of layers need the room of a few. */
    discard() {
        this.#parts = [];
        if (this.#path !== undefined)
            fs.rmSync(this.#path, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/bake/layers/tar-blocks.js



const tar_blocks_tarBlockBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB
/** A yielded block stays as it is until this many more have been asked for. */
const stableBlocks = 5;
const headerBytes = 512;
const smallFileBytes = (/* unused pure expression or super */ null && (64 * 1024)); // 64 KiB
/**
 * A layer's tar as blocks of one size (the last is shorter). Files are read with synchronous calls straight into the
 * block: for many small files that takes a quarter of the time of promises or streams, and copies nothing.
 *
 * @throws IngotError `unreadable` when a file cannot be read, or changed since it was planned
 */
function* tar_blocks_tarBlocks(members) {
    const blocks = new BlockWriter();
    for (const member of members) {
        // What fits whole is written without a generator's detour, since that is nearly everything.
        if (!blocks.putHeader(member))
            yield* blocks.write(tarHeader(member));
        if (member.type !== 'file')
            continue;
        const path = members.fileOf(member);
        const file = opened(path);
        try {
            if (blocks.putFile(file, path, member.size))
                continue;
            yield* blocks.writeFile(file, path, member.size);
            checkUnchanged(file, path, member);
        }
        finally {
            fs.closeSync(file);
        }
    }
    yield* blocks.write(tarEnd());
    yield* blocks.finish();
}
class BlockWriter {
    #ring = [];
    #turn = 0;
    #used = 0;
    #block = this.#next();
    /** @returns false when there is no room for it in this block, or when it needs more than one header */
    putHeader(member) {
        if (this.#used + headerBytes >= tar_blocks_tarBlockBytes || !putTarHeader(member, this.#block, this.#used))
            return false;
        this.#used += headerBytes;
        return true;
    }
    /**
     * A small file in one read, which sees it before or after somebody writes to it but not in between.
     *
     * @returns false when it is larger, or when this block has no room for it
     */
    putFile(file, path, size) {
        const end = this.#used + Math.ceil(size / headerBytes) * headerBytes;
        if (size > smallFileBytes || end >= tar_blocks_tarBlockBytes)
            return false;
        // One byte more is asked for: it comes when the file has grown.
        if (fs.readSync(file, this.#block, this.#used, size + 1, null) !== size)
            throw changed(path);
        this.#block.fill(0, this.#used + size, end);
        this.#used = end;
        return true;
    }
    *writeFile(file, path, size) {
        for (let remaining = size; remaining > 0;) {
            const room = Math.min(remaining, tar_blocks_tarBlockBytes - this.#used);
            const read = readSome(file, path, this.#block, this.#used, room);
            remaining -= read;
            yield* this.#advance(read);
        }
        yield* this.write(tarPadding(size));
    }
    *write(bytes) {
        for (let at = 0; at < bytes.length;) {
            const copied = bytes.copy(this.#block, this.#used, at);
            at += copied;
            yield* this.#advance(copied);
        }
    }
    *finish() {
        if (this.#used > 0)
            yield this.#block.subarray(0, this.#used);
    }
    *#advance(bytes) {
        this.#used += bytes;
        if (this.#used < tar_blocks_tarBlockBytes)
            return;
        const full = this.#block;
        this.#block = this.#next();
        this.#used = 0;
        yield full;
    }
    /** Small layers never come to need the whole ring. */
    #next() {
        const turn = this.#turn++ % (stableBlocks + 1);
        const block = this.#ring[turn] ?? Buffer.allocUnsafeSlow(tar_blocks_tarBlockBytes);
        this.#ring[turn] = block;
        return block;
    }
}
function opened(path) {
    try {
        return fs.openSync(path, 'r');
    }
    catch (cause) {
        throw new IngotError('unreadable', `Cannot read ${path} into a layer: ${cause.message}`, { cause });
    }
}
function readSome(file, path, into, at, length) {
    const read = fs.readSync(file, into, at, length, null);
    if (read > 0)
        return read;
    throw changed(path);
}
/** Every write to a file sets its time of change, so one that was read in parts while it was written does not pass. */
function checkUnchanged(file, path, { size, changedMs }) {
    const stat = fs.fstatSync(file);
    if (stat.size !== size || stat.ctimeMs !== changedMs)
        throw changed(path);
}
function changed(path) {
    return new IngotError('unreadable', `${path} changed while it was read into a layer`, {
        advice: 'Bake after everything that writes to it has ended',
    });
}

;// CONCATENATED MODULE: ./lib/bake/layers/make-layer.js





const inFlight = Math.min(4, stableBlocks - 1, (0,external_node_os_.availableParallelism)() + 1); // blocks that the thread pool compresses at once
const largestKeptBlocks = 24;
/** Hashes and compresses a layer in one pass with a few megabytes of memory. */
async function make_layer_makeLayer(tar, options) {
    const [plain, packed] = [createHash('sha256'), createHash('sha256')];
    const spool = new Spool(options.directory);
    const hashed = function* () {
        for (const block of tar()) {
            options.signal?.throwIfAborted();
            plain.update(block);
            yield block;
        }
    };
    try {
        for await (const part of compressed(hashed(), options.compression)) {
            packed.update(part);
            spool.write(part);
        }
    }
    finally {
        spool.close();
    }
    const digest = `sha256:${packed.digest('hex')}`;
    const diffId = `sha256:${plain.digest('hex')}`;
    const descriptor = { mediaType: layerMediaType(options.compression), digest, size: spool.size };
    return { descriptor, diffId, open: () => spool.read(), discard: () => spool.discard() };
}
async function* compressed(blocks, compression) {
    const compress = blockCompressor(compression);
    const pending = [];
    for (const block of blocks) {
        pending.push(compress(block));
        if (pending.length >= inFlight)
            yield (await pending.shift());
    }
    for (const part of pending)
        yield await part;
}
/**
 * The diff-id of a layer, without compressing it.
 *
 * @returns also the tar itself: a small one is kept, so that compressing it later reads no file twice
 */
async function make_layer_hashLayer(members, signal) {
    const hash = createHash('sha256');
    let kept = members.tarBytes <= largestKeptBlocks * tarBlockBytes ? [] : undefined;
    for (const block of tarBlocks(members)) {
        hash.update(block);
        kept?.push(Buffer.from(block));
        if (kept !== undefined && kept.length > largestKeptBlocks)
            kept = undefined;
        // Gives way to requests that are under way.
        await new Promise(setImmediate);
        signal?.throwIfAborted();
    }
    const diffId = `sha256:${hash.digest('hex')}`;
    const blocks = kept;
    return { diffId, tar: () => blocks ?? tarBlocks(members) };
}

;// CONCATENATED MODULE: ./lib/bake/layers/settle-layer.js






/** Smaller ones are sent as soon as somebody could have said whether they are there. */
const askedBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB
/**
 * Comes to a layer in the cheapest way that there is: remembered from before, without reading a file; taken over from the
 * previous image when its content is the same, without compressing it; or made, while its upload is being opened.
 */
async function settle_layer_settleLayer(plan, settling) {
    const { compression, cache } = settling;
    const key = `${plan.fingerprint} ${compression.kind} ${compression.level}`;
    const remembered = cache?.find(key);
    if (remembered !== undefined) {
        const { diffId, ...descriptor } = remembered;
        const reused = takeOver(diffId, settling);
        if (reused !== undefined)
            return { ...reused, arrived: Promise.resolve('cached') };
        if (await isInOutput(descriptor.digest, settling))
            return { diffId, descriptor, arrived: Promise.resolve('cached') };
    }
    const settled = await reuseOrMake(plan, settling);
    settling.before.push({ ...settled, tarBytes: plan.members.tarBytes });
    if (plan.isSettled)
        cache?.remember(key, { ...settled.descriptor, diffId: settled.diffId });
    return settled;
}
async function reuseOrMake({ members }, settling) {
    const mayRepeat = settling.before.some(({ tarBytes }) => tarBytes === members.tarBytes);
    if (settling.previous === undefined && !mayRepeat)
        return makeAndSend(() => tarBlocks(members), settling);
    // Hashing takes a tenth of the time of compressing, and most layers are what they were.
    const { diffId, tar } = await hashLayer(members, settling.signal);
    const repeated = settling.before.find((layer) => layer.diffId === diffId);
    return repeated ?? takeOver(diffId, settling) ?? makeAndSend(tar, settling);
}
function takeOver(diffId, { previous, compression }) {
    const descriptor = previous && layerWith(previous, diffId, layerMediaType(compression));
    return descriptor && { descriptor, diffId, arrived: Promise.resolve('reused from previous') };
}
async function makeAndSend(tar, settling) {
    const { output, previous, signal } = settling;
    const made = makeLayer(tar, settling);
    let isThere = false;
    const missing = async () => {
        const blob = await made;
        // A layer that the previous image lacks is new. When there is none, the output may have it all the same.
        const { digest, size } = blob.descriptor;
        const isAsked = previous === undefined && size > askedBytes;
        isThere = settling.there.has(digest) || (isAsked && (await output.hasBlob(digest, { signal })));
        if (isThere)
            throw new Error('it is there already');
        return blob;
    };
    const writing = output.writeNewBlob(missing(), { signal }).then(() => true, (thrown) => {
        if (isThere)
            return false;
        throw thrown;
    });
    writing.catch(() => undefined); // waited for as `arrived`, unless `made` fails first
    const blob = await made;
    return { descriptor: blob.descriptor, diffId: blob.diffId, arrived: arrival(writing, blob) };
}
async function arrival(writing, blob) {
    try {
        return (await writing) ? `written ${formatBytes(blob.descriptor.size)}` : 'there already';
    }
    finally {
        blob.discard();
    }
}
async function isInOutput(digest, { there, output, signal }) {
    return there.has(digest) || output.hasBlob(digest, { signal });
}
/** For the log: what became of a layer. */
function settle_layer_tellLayer({ members, addition }, { descriptor }, how) {
    const sizes = `${members.count} entries, ${formatBytes(members.tarBytes)} → ${formatBytes(descriptor.size)}`;
    return `layer ${shortDigest(descriptor.digest)} ${addition.destination}: ${sizes}, ${how}`;
}

;// CONCATENATED MODULE: ./lib/bake/layers/settle-all.js


/** Finished layers that wait for their upload hold memory, large ones disk: many small ones or a few large ones are made ahead. */
const largestAhead = { layers: 12, bytes: 3 * spool_largestInMemory };
/** Settles each layer once, however many platforms name it: one is compressed while those before it are sent. */
async function settle_all_settleAll(platforms, settling, log) {
    const settled = new Map();
    const arrivals = [];
    const ahead = new Map();
    const isFarAhead = () => ahead.size >= largestAhead.layers || [...ahead.values()].reduce((sum, size) => sum + size, 0) >= largestAhead.bytes;
    for (const plan of new Set(platforms.flatMap(({ layers }) => layers))) {
        while (isFarAhead())
            await Promise.race(ahead.keys());
        const layer = await settleLayer(plan, settling);
        settled.set(plan, layer);
        const arrival = layer.arrived.then((how) => {
            log(tellLayer(plan, layer, how));
            return [layer.descriptor.digest, how];
        });
        arrivals.push(arrival);
        const done = arrival.finally(() => ahead.delete(done)).catch(() => undefined);
        ahead.set(done, Math.min(layer.descriptor.size, largestInMemory));
    }
    const of = (plan) => settled.get(plan);
    const arrived = Promise.all(arrivals).then((pairs) => new Map(pairs));
    arrived.catch(() => undefined); // told when it is waited for
    return { of, arrived };
}

;// CONCATENATED MODULE: ./lib/bake/layers/bake-layers.js














/**
 * Bakes an image without a daemon: the base's layers as they are, and one layer for each addition. The same files on the
 * same base make the same bytes on every machine (compressed ones with the same zlib; diff-ids always).
 *
 * @throws IngotError `not-found`, `invalid-input`, `unreadable`, `size-exceeded` for what is added; and what the stores throw
 */
async function bakeLayers(bake) {
    // Everything is checked and planned before anything is written: a wrong path or port leaves no trace.
    applySettings({}, bake.settings);
    const plans = planPlatforms(bake);
    const directory = mkdtempSync(join(tmpdir(), 'ingot-bake-'));
    // What fails ends the rest.
    const failed = new AbortController();
    const signal = bake.signal === undefined ? failed.signal : AbortSignal.any([bake.signal, failed.signal]);
    try {
        return await bakePlans(plans, directory, { ...bake, signal });
    }
    catch (thrown) {
        failed.abort(thrown);
        throw thrown;
    }
    finally {
        rmSync(directory, { recursive: true, force: true });
    }
}
async function bakePlans(plans, directory, bake) {
    const { output, previous, cacheDirectory, isFresh = false, signal } = bake;
    const there = blobsOf(previous);
    const log = bake.log ?? (() => undefined);
    const cache = cacheDirectory === undefined || isFresh ? undefined : new LayerCache(cacheDirectory);
    const reused = isFresh ? undefined : previous;
    const compression = bake.compression ?? compressionOf();
    const bases = bringBases(bake.platforms, { output, there, log, signal });
    bases.catch(() => undefined); // waited for below, unless a layer fails first
    const settling = { output, compression, directory, previous: reused, there, before: [], cache, signal };
    const layers = await settleAll(plans, settling, log);
    const images = plans.map(({ base, layers: planned }) => {
        const added = planned.map((plan) => ({ ...layers.of(plan), destination: plan.addition.destination }));
        return platformImage(base, added, bake);
    });
    const isKept = isUnchanged(previous, images.map(({ content }) => content));
    const configs = images
        .map(({ config }) => config)
        .filter(({ descriptor }) => !isKept && !there.has(descriptor.digest));
    const [came, arrived] = await Promise.all([bases, layers.arrived, writeBlobs(output, configs, signal)]);
    const how = new Map([...came, ...arrived]);
    const platforms = images.map((image) => describe(image, bake, how));
    if (previous !== undefined && isKept)
        return keepPrevious(previous, platforms);
    const top = topManifest(images, bake);
    if (images.length > 1) {
        await Promise.all(images.map(({ manifest }) => output.writeManifest(manifest.bytes, mediaTypes.manifest, { signal })));
    }
    const descriptor = await output.writeManifest(top.bytes, top.descriptor.mediaType, { signal, tags: bake.tags });
    return { digest: descriptor.digest, descriptor, unchanged: false, platforms };
}
function describe(image, bake, how) {
    const { base, added, content, manifest } = image;
    const below = content.manifest.layers.length - added.length;
    return {
        platform: base.platform,
        digest: manifest.descriptor.digest,
        baseName: bake.baseName,
        baseDigest: base.image?.manifestDigest,
        layers: content.manifest.layers.map(({ digest, size }, i) => ({
            digest,
            size,
            from: i < below ? 'base' : (added[i - below]?.destination ?? ''),
            how: how.get(digest),
        })),
    };
}

;// CONCATENATED MODULE: ./lib/bake/layers/plan-ahead.js

const sliceMs = 5;
/**
 * Plans layers while registries are being asked: it looks at what is added for a few milliseconds at a time, between their
 * answers. What goes wrong is told when the plan is taken; a plan that nobody takes does not keep the process alive.
 */
class PlansAhead {
    #plans = new Map();
    /** @param additions as a platform gets them */
    constructor(additions, options) {
        for (const addition of additions)
            this.#plans.set(JSON.stringify(addition), new PlanAhead(addition, options));
        this.#goOn();
    }
    /**
     * Finished at once, if it is not yet.
     *
     * @returns undefined for an addition that was not given
     * @throws IngotError what `planLayer` throws
     */
    take(addition) {
        return this.#plans.get(JSON.stringify(addition))?.take();
    }
    /** A timer, unlike an immediate, runs when it is due though nothing else happens, and need not hold the process. */
    #goOn() {
        const next = [...this.#plans.values()].find((plan) => !plan.isDone);
        if (next === undefined)
            return;
        setTimeout(() => {
            next.work(performance.now() + sliceMs);
            this.#goOn();
        }, 0).unref();
    }
}
class PlanAhead {
    isDone = false;
    #steps;
    #plan;
    #failure;
    constructor(addition, options) {
        this.#steps = planSteps(addition, options);
    }
    work(until) {
        try {
            while (!this.isDone && performance.now() < until) {
                const { done = false, value } = this.#steps.next();
                this.isDone = done;
                if (done)
                    this.#plan = value;
            }
        }
        catch (thrown) {
            this.isDone = true;
            this.#failure = thrown;
        }
    }
    take() {
        this.work(Number.POSITIVE_INFINITY);
        if (this.#plan === undefined)
            throw this.#failure;
        return this.#plan;
    }
}

// EXTERNAL MODULE: ./lib/oci/vm-image.js
var vm_image = __webpack_require__(8180);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/exec/index.js + 4 modules
var exec = __webpack_require__(9668);
;// CONCATENATED MODULE: ./lib/bake/vm-image/inspect-file.js






/**
 * Looks into a file and hashes it, in a bounded amount of memory.
 *
 * @throws IngotError `not-found`; `unsupported` for a disk that needs another file; `unreadable` when QEMU contradicts the header
 */
async function inspect_file_inspectFile(path, title, options) {
    const { head, tail, size } = await readEnds(path);
    const disk = describeDisk(head, tail, size);
    if (disk?.incomplete !== undefined) {
        throw new IngotError('unsupported', `The ${disk.format} ${title} is not a whole disk: ${disk.incomplete}`, {
            advice: 'Have the builder write a disk that stands alone (of qemu: use_backing_file = false, skip_compaction = false)',
        });
    }
    const checked = disk === undefined ? undefined : await checkWithQemu(path, title, disk, options);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
        options.signal?.throwIfAborted();
        hash.update(chunk);
    }
    return { path, title, digest: `sha256:${hash.digest('hex')}`, size, disk: checked };
}
async function readEnds(path) {
    const handle = await open(path).catch((cause) => {
        throw new IngotError('not-found', `The builder names the file ${path}, which cannot be read: ${cause.message}`, {
            advice: 'A post-processor may have removed it: keep_input_artifact = true keeps it',
            cause,
        });
    });
    try {
        const { size } = await handle.stat();
        const at = async (position, length) => {
            const buffer = Buffer.alloc(Math.max(0, Math.min(length, size)));
            const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
            return buffer.subarray(0, bytesRead);
        };
        return { head: await at(0, diskHeadBytes), tail: await at(Math.max(0, size - diskTailBytes), diskTailBytes), size };
    }
    finally {
        await handle.close();
    }
}
/** QEMU's names of the formats that it reads. */
const qemuNames = {
    qcow2: 'qcow2',
    vmdk: 'vmdk',
    vdi: 'vdi',
    vhd: 'vpc',
    vhdx: 'vhdx',
};
/**
 * Where qemu-img is installed it has the second word: it opens the file as what the header says, and never probes, since a
 * raw disk whose first bytes somebody else has chosen may look like anything.
 */
async function checkWithQemu(path, title, disk, options) {
    const name = qemuNames[disk.format];
    if (name === undefined)
        return disk;
    const { env, signal, log } = options;
    try {
        const { PATH, HOME, TMPDIR } = env;
        const { stdout } = await run('qemu-img', ['info', '-U', '--output=json', '-f', name, path], {
            env: { PATH, HOME, TMPDIR, LC_ALL: 'C' },
            signal,
        });
        const virtualBytes = virtualSizeIn(stdout);
        return virtualBytes === undefined ? disk : { ...disk, virtualBytes };
    }
    catch (thrown) {
        if (!(thrown instanceof IngotError))
            throw thrown;
        if (thrown.reason === 'not-found') {
            log?.(`qemu-img is not installed: ${title} is ${disk.format} by its header alone`);
            return disk;
        }
        if (thrown.reason !== 'tool-failed')
            throw thrown;
        throw new IngotError('unreadable', `${title} has the header of a ${disk.format}, and QEMU cannot open it as one`, {
            advice: 'The disk is damaged: bake it again, and look whether the disk of this machine was full',
            cause: thrown,
        });
    }
}
function virtualSizeIn(json) {
    try {
        const value = JSON.parse(json);
        const size = value?.['virtual-size'];
        return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/bake/vm-image/inventory.js





/**
 * The files that a template downloaded from the machine, as a layer like any other; undefined when there are none. What
 * lists the packages of a machine is what `scan` goes by: nobody here reads the file system of a disk.
 *
 * @param directory where a large layer waits until it is sent; the caller removes it
 */
async function inventory_makeInventory(source, options) {
    if (readdirSync(source).length === 0)
        return undefined;
    const { members } = planLayer({ source, destination: '/' }, { onBase: false, epochSeconds: 0 });
    return makeLayer(() => tarBlocks(members), { ...options, compression: compressionOf() });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(6723);
;// CONCATENATED MODULE: ./lib/bake/vm-image/read-vm.js







const maximumDocumentBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB
const cloudImages = schemas/* array */.YOg(schemas/* strictObject */.rej({ provider: schemas/* string */.YjP(), region: schemas/* string */.YjP(), id: schemas/* string */.YjP() }));
/**
 * The one thing in a VM image that another can be built on: its only disk, or its only image in the cloud (of a region).
 *
 * @throws IngotError `unsupported` for a container image, and where the choice would be a guess
 */
async function read_vm_chooseVmBase(image, options) {
    const name = `${image.store.repository}@${image.manifestDigest}`;
    if (!isVmManifest(image.manifest)) {
        throw new IngotError('unsupported', `The base ${name} is not a VM image`, {
            advice: 'Name a VM image that ingot baked; a disk from elsewhere becomes one with the file builder of Packer',
        });
    }
    const disks = image.manifest.layers.flatMap((descriptor) => {
        const extension = diskFormatOf(descriptor.mediaType);
        return extension === undefined ? [] : [{ kind: 'disk', descriptor, extension }];
    });
    const [disk] = disks;
    if (disks.length === 1 && disk !== undefined)
        return disk;
    if (disks.length > 1)
        throw ambiguous(name, `${disks.length} disks`, 'Build on an image with one disk');
    const all = await readCloudImages(image, options.signal);
    const { region } = options;
    const fitting = all.filter((one) => region === undefined || one.region === region);
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined)
        return { kind: 'cloud', image: only };
    const regions = all.map((one) => one.region || one.provider).join(', ') || 'none';
    throw ambiguous(name, `${fitting.length} fitting images in a cloud (${regions})`, 'Set base-region in ingot.yml');
}
/** The images in clouds that a VM image names. */
async function readCloudImages(image, signal) {
    const descriptor = image.manifest.layers.find(({ mediaType }) => mediaType === cloudImagesType);
    if (descriptor === undefined)
        return [];
    const from = `${image.store.repository}@${image.manifestDigest}`;
    if (descriptor.size > maximumDocumentBytes) {
        throw new IngotError('size-exceeded', `The list of cloud images of ${from} claims ${descriptor.size} bytes`);
    }
    const parts = [];
    for await (const part of image.store.readBlob(descriptor, signal && { signal }))
        parts.push(part);
    try {
        return cloudImages.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    }
    catch (cause) {
        throw new IngotError('unreadable', `The list of cloud images of ${from} is malformed`, { cause });
    }
}
/** Pulls a disk into a directory, checked against its digest as it streams. @returns its path */
async function read_vm_pullDisk(image, base, directory, signal) {
    // The builder looks at the extension; the name in the image is somebody else's word and not used.
    const path = join(directory, `base.${base.extension}`);
    const blob = image.store.readBlob(base.descriptor, signal && { signal });
    await pipeline(Readable.from(blob, { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    return path;
}
function ambiguous(name, what, advice) {
    return new IngotError('unsupported', `The base ${name} has ${what}: which to build on would be a guess`, { advice });
}

;// CONCATENATED MODULE: ./lib/bake/vm-image/compose.js





/**
 * The documents of a VM image. The config is an image's, so that whatever reads an image's platform and content reads this
 * one's; nothing depends on the order in which the builder named its files.
 */
function compose_composeVm(vm) {
    const files = [...vm.files].sort((a, b) => (a.title < b.title ? -1 : 1));
    const cloudDocument = vm.cloudImages.length === 0 ? undefined : documentOf(vm.cloudImages);
    const layers = [
        ...files.map((file) => ({ descriptor: layerOf(file), diffId: file.digest })),
        ...(cloudDocument ? [{ descriptor: cloudDocument.descriptor, diffId: cloudDocument.descriptor.digest }] : []),
        ...(vm.inventory ? [vm.inventory] : []),
    ];
    const config = {
        created: vm.created,
        ...vm.platform,
        config: {},
        rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    };
    const configBytes = encodeJson(config);
    const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.manifest,
        artifactType: vmImageType,
        config: { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length },
        layers: layers.map(({ descriptor }) => descriptor),
        annotations: sorted({
            ...annotationsOf(files),
            ...vm.annotations,
            [annotationKeys.created]: vm.created,
        }),
    };
    return { manifest, config, configBytes, ...(cloudDocument && { cloudDocument }) };
}
function layerOf(file) {
    const { digest, size, title, disk } = file;
    return {
        mediaType: disk === undefined ? attachmentType : diskType(disk.format),
        digest,
        size,
        annotations: sorted({ [annotationKeys.title]: title, ...(disk && diskAnnotations(disk)) }),
    };
}
/** What is said of the only disk is said of the image too, where people and registries look first. */
function annotationsOf(files) {
    const [file, ...more] = files.filter(({ disk }) => disk !== undefined);
    if (file?.disk === undefined || more.length > 0)
        return {};
    return {
        [vmAnnotations.diskDigest]: file.digest,
        [vmAnnotations.diskSize]: String(file.size),
        ...diskAnnotations(file.disk),
    };
}
function diskAnnotations({ format, virtualBytes }) {
    return {
        [vmAnnotations.diskFormat]: format,
        ...(virtualBytes !== undefined && { [vmAnnotations.diskVirtualSize]: String(virtualBytes) }),
    };
}
function documentOf(images) {
    const order = ({ provider, region, id }) => `${provider}\0${region}\0${id}`;
    const listed = [...images].sort((a, b) => (order(a) < order(b) ? -1 : 1));
    const bytes = Buffer.from(`${JSON.stringify(listed.map(({ provider, region, id }) => ({ provider, region, id })))}\n`);
    const annotations = { [annotationKeys.title]: 'cloud-images.json' };
    return { bytes, descriptor: { mediaType: cloudImagesType, digest: digestOf(bytes), size: bytes.length, annotations } };
}

;// CONCATENATED MODULE: ./lib/bake/vm-image/write-vm.js










/**
 * Writes VM images, a platform each, and the index of several. The disks are streamed from where the builder left them;
 * what is there already is not sent. The very content of the previous image is not written again.
 */
async function write_vm_writeVms(platforms, to) {
    const call = to.signal === undefined ? {} : { signal: to.signal };
    const composed = platforms.map((platform) => ({ platform, documents: composeVm(platform) }));
    const contents = composed.map(({ platform, documents }) => ({
        platform: formatPlatform(platform.platform),
        manifest: documents.manifest,
        config: documents.config,
    }));
    if (isUnchanged(to.previous, contents)) {
        return keepPrevious(to.previous, composed.map(({ platform, documents }) => reportOf(platform, documents, new Map())));
    }
    const images = [];
    for (const { platform, documents } of composed) {
        const how = await writeLayers(platform, documents, to);
        await writeBlobs(to.output, [{ descriptor: documents.manifest.config, bytes: documents.configBytes }], to.signal);
        const bytes = encodeJson(documents.manifest);
        const descriptor = { mediaType: mediaTypes.manifest, digest: digestOf(bytes), size: bytes.length };
        images.push({ bytes, descriptor, report: reportOf(platform, documents, how) });
    }
    const [only] = images;
    const isOne = images.length === 1 && only !== undefined;
    if (!isOne)
        for (const { bytes } of images)
            await to.output.writeManifest(bytes, mediaTypes.manifest, call);
    const bytes = isOne ? only.bytes : encodeJson(write_vm_indexOf(composed, images, to.annotations));
    const mediaType = isOne ? mediaTypes.manifest : mediaTypes.index;
    const descriptor = await to.output.writeManifest(bytes, mediaType, { ...call, tags: to.tags });
    return { digest: descriptor.digest, descriptor, unchanged: false, platforms: images.map(({ report }) => report) };
}
/** @returns how each layer came to the output, by digest */
async function writeLayers(vm, { cloudDocument }, to) {
    const files = vm.files.map(({ path, digest, size, title }) => ({
        title,
        descriptor: { mediaType: mediaTypes.layerTar, digest, size },
        open: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    }));
    const document = cloudDocument && {
        title: 'cloud-images.json',
        descriptor: cloudDocument.descriptor,
        open: () => onceOf(cloudDocument.bytes),
    };
    const inventory = vm.inventoryBlob && { title: 'inventory', ...vm.inventoryBlob };
    const how = new Map();
    for (const blob of [...files, document, inventory].filter((each) => each !== undefined)) {
        const { digest, size } = blob.descriptor;
        const isThere = await to.output.hasBlob(digest, to.signal && { signal: to.signal });
        if (!isThere)
            await to.output.writeBlob(blob, to.signal && { signal: to.signal });
        how.set(digest, isThere ? 'there already' : `written ${formatBytes(size)}`);
        to.log(`${blob.title} ${shortDigest(digest)} ${formatBytes(size)}, ${isThere ? 'there already' : 'written'}`);
    }
    return how;
}
async function* onceOf(bytes) {
    yield bytes;
}
function reportOf(vm, { manifest }, how) {
    const layers = manifest.layers.map((layer) => {
        const title = layer.annotations?.['org.opencontainers.image.title'];
        return { digest: layer.digest, size: layer.size, from: title ?? 'inventory', how: how.get(layer.digest) };
    });
    const { baseName, baseDigest } = vm;
    return { platform: formatPlatform(vm.platform), digest: digestOf(encodeJson(manifest)), baseName, baseDigest, layers };
}
function write_vm_indexOf(composed, images, annotations) {
    const manifests = images.map(({ descriptor }, i) => ({ ...descriptor, platform: composed[i]?.platform.platform }));
    return { schemaVersion: 2, mediaType: mediaTypes.index, manifests, annotations: sorted({ ...annotations }) };
}

;// CONCATENATED MODULE: ./lib/bake/packer/arguments.js

/** `packer validate`, as arguments: of the values only the file that holds them. */
function arguments_validateArguments(settings, variablesFile) {
    return ['validate', '-machine-readable', ...chosen(settings), `-var-file=${variablesFile}`, settings.template];
}
/** `packer build`, as arguments: of the values only the file that holds them. */
function arguments_buildArguments(settings, variablesFile) {
    const said = ['-machine-readable', '-color=false', '-on-error=cleanup'];
    return ['build', ...said, ...chosen(settings), `-var-file=${variablesFile}`, settings.template];
}
/** `packer init`: the plugins that the template asks for. */
function arguments_initArguments({ template }) {
    return ['init', template];
}
function chosen({ only, except }) {
    return [
        ...(only.length > 0 ? [`-only=${only.join(',')}`] : []),
        ...(except.length > 0 ? [`-except=${except.join(',')}`] : []),
    ];
}
/**
 * The text of the file that holds all variables. JSON, which every version reads; a secret wins over a plain value.
 *
 * @throws IngotError `invalid-config` for what cannot be the name of a variable
 */
function arguments_variablesDocument({ variables, secrets }) {
    const all = { ...variables, ...secrets };
    const wrong = Object.keys(all).find((name) => !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name));
    if (wrong !== undefined) {
        throw new IngotError('invalid-config', `${JSON.stringify(wrong)} cannot be the name of a Packer variable`);
    }
    return `${JSON.stringify(all)}\n`;
}
/** The runner's own, and ours: no provisioner has any business with them. */
const withheld = /^(?:INPUT_|ACTIONS_|STATE_|INGOT_|GITHUB_TOKEN$|GH_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/;
/**
 * The environment of Packer: what the caller has, since builders and provisioners find their credentials there, without
 * the runner's own tokens and without the variables that secrets were taken from, which reach the template by name only.
 */
function arguments_packerEnvironment(env, options) {
    const kept = Object.entries(env).filter(([name]) => !withheld.test(name) && !options.secretNames.includes(name));
    return {
        PACKER_CACHE_DIR: `${options.temporary}/cache`,
        ...Object.fromEntries(kept),
        TMPDIR: options.temporary,
        CHECKPOINT_DISABLE: '1',
        PACKER_NO_COLOR: '1',
    };
}

;// CONCATENATED MODULE: ./lib/bake/packer/artifacts.js

/**
 * Collects artifacts out of the messages of a build, one each as its `end` comes; those that never ended are none.
 *
 * @see https://developer.hashicorp.com/packer/docs/commands#artifact-type
 */
function artifacts_collectArtifacts() {
    const open = new Map();
    const done = [];
    return {
        take({ target, type, data }) {
            if (type !== 'artifact')
                return;
            const [index = '', field, ...values] = data;
            const key = `${target}\0${index}`;
            const artifact = open.get(key) ?? { builderId: '', id: '', files: [] };
            open.set(key, artifact);
            if (field === 'builder-id')
                artifact.builderId = values.join(',');
            else if (field === 'id')
                artifact.id = values.join(',');
            else if (field === 'file')
                artifact.files.push(values.slice(1).join(','));
            else if (field === 'end') {
                open.delete(key);
                done.push({ build: target, ...artifact });
            }
        },
        artifacts: () => [...done],
    };
}
/** Builders whose ids name an image that stays where it was made. */
const clouds = [
    { builder: /^mitchellh\.amazon/, provider: 'aws', regional: true },
    { builder: /^Azure\.ResourceManagement/, provider: 'azure', regional: false },
    { builder: /^packer\.googlecompute$/, provider: 'google', regional: false },
    { builder: /^alibaba\.alicloud$/, provider: 'alibaba', regional: true },
    { builder: /^tencent\.cloud$/, provider: 'tencent', regional: true },
    { builder: /^pearkes\.digitalocean$/, provider: 'digitalocean', regional: true },
];
/**
 * The images in clouds that an artifact names: `eu-west-1:ami-1,us-east-1:ami-2` of Amazon, the resource id of Azure, the
 * image's name of Google. An unknown builder that made no file is taken by its word, under its own id.
 *
 * @throws IngotError `tool-failed` when the id is not of the form that this builder writes
 */
function artifacts_cloudImagesOf({ build, builderId, id, files }) {
    const cloud = clouds.find(({ builder }) => builder.test(builderId));
    if (cloud === undefined)
        return files.length === 0 && id !== '' ? [{ provider: builderId, region: '', id }] : [];
    if (id === '')
        throw unnamed(build, builderId, 'it gives no id');
    if (!cloud.regional)
        return [{ provider: cloud.provider, region: '', id }];
    return regionalIds(id).map(([region, image]) => {
        if (image === undefined)
            throw unnamed(build, builderId, `${JSON.stringify(id)} is not region:id`);
        return { provider: cloud.provider, region, id: image };
    });
}
/** `a:1,b:2` as two, and `a,b:1`, one image in two regions, as two as well. */
function regionalIds(text) {
    const found = [];
    let regions = [];
    for (const part of text.split(',').map((one) => one.trim())) {
        const [, region, image] = /^([A-Za-z0-9-]+):([A-Za-z0-9-]+)$/.exec(part) ?? [];
        regions.push(region ?? part);
        if (image === undefined)
            continue;
        found.push(...regions.map((each) => [each, image]));
        regions = [];
    }
    return [...found, ...regions.map((each) => [each, undefined])];
}
function unnamed(build, builderId, why) {
    return new IngotError('tool-failed', `The build ${build} (${builderId}) does not say which image it made: ${why}`, {
        advice: 'Use a builder that names its image: of azure-arm that is a managed image or a gallery, not a VHD alone',
    });
}

;// CONCATENATED MODULE: ./lib/bake/packer/failures.js

/** What is known to go wrong, the likelier cause before the vaguer symptom. The exit code has said that it did; this says why. */
const knownFailures = [
    {
        pattern: /no space left on device|ENOSPC|disk quota exceeded/i,
        reason: 'unwritable',
        what: 'a disk is full: of this machine, or of the machine that is built',
        advice: 'Make room, or raise disk_size; a build needs the base, a copy of it and the result side by side',
    },
    {
        pattern: /checksums? did not match|checksum mismatch/i,
        reason: 'digest-mismatch',
        what: 'what was downloaded is not what its checksum says',
        advice: 'Renew iso_checksum from a signed source; of a base given by `base`, hand its checksum to the template',
    },
    {
        pattern: /could not access kvm kernel module|failed to initialize kvm|kvm: permission denied|invalid accelerator kvm/i,
        reason: 'unsupported',
        what: 'there is no KVM on this machine, or this user may not use /dev/kvm',
        advice: 'Set accelerator = "tcg" (slower, works everywhere), or run where /dev/kvm can be opened',
    },
    {
        pattern: /missing plugins?|plugin .{0,80}(?:not (?:found|installed)|could not be found)|required_plugins|packer init/i,
        reason: 'not-found',
        what: 'a plugin that the template needs is not installed',
        advice: 'Run packer init when the machine is made, or allow it in every bake with init: true',
    },
    {
        pattern: /unknown (?:source|builder|provisioner|post-processor) type|bad source/i,
        reason: 'not-found',
        what: 'this Packer knows no such builder, provisioner or post-processor',
        advice: 'Check the name; from Packer 1.10 on each is a plugin: name it in required_plugins and run packer init',
    },
    {
        pattern: /executable file not found in \$PATH|failed creating qemu driver|qemu-system-[a-z0-9_]+.{0,40}not found/i,
        reason: 'not-found',
        what: 'a program that a builder or provisioner runs on this machine is not installed',
        advice: 'Install it and see that it is on the PATH: qemu-system-x86 and qemu-utils for the qemu builder, ansible for ansible',
    },
    {
        pattern: /qemu failed to start/i,
        reason: 'tool-failed',
        what: 'QEMU ended as it was started: mostly there is no KVM, or qemuargs is wrong',
        advice: 'Set accelerator = "tcg" where there is no /dev/kvm; PACKER_LOG=1 shows what QEMU said',
    },
    {
        pattern: /timeout waiting for (?:ssh|winrm)|waiting for SSH.{0,80}timed out/i,
        reason: 'timed-out',
        what: 'the machine did not let Packer in: it did not boot, has no network, or refuses the login',
        advice: 'Without KVM set accelerator = "tcg" and raise ssh_timeout; check user, password or key, and that the kernel has a driver for net_device (virtio-net) and disk_interface (virtio)',
    },
    {
        pattern: /handshake failed|unable to authenticate/i,
        reason: 'unauthorized',
        what: 'the machine refuses the login',
        advice: 'Check ssh_username and the password or key that the template is given',
    },
    {
        pattern: /no ?(?:valid )?credential|NoCredentialProviders|UnauthorizedOperation|AuthFailure|AuthorizationFailed|invalid_client|could not find default credentials/i,
        reason: 'unauthorized',
        what: 'the cloud does not accept the credentials of this job',
        advice: 'Log in before the bake (OIDC where the cloud has it); Packer reads the environment and the usual files',
    },
    {
        pattern: /output directory.{0,200}already exists/i,
        reason: 'unwritable',
        what: 'the output directory is there already',
        advice: 'Take it from a variable (output-variable: output_directory): then each bake has its own, and it is removed',
    },
    {
        pattern: /script exited with non-zero exit status|error executing ansible|non-zero exit status/i,
        reason: 'tool-failed',
        what: 'a provisioner failed',
        advice: 'Its own output stands above',
    },
];
/**
 * The failure that a build's words are known for.
 *
 * @param said what Packer reported as errors; secrets are replaced before
 * @param target the build that failed, where one is named
 */
function failures_explainFailure(said, target) {
    const who = target === undefined || target === '' ? 'The Packer build' : `The Packer build ${target}`;
    const known = knownFailures.find(({ pattern }) => pattern.test(said));
    const [first = ''] = said.split('\n').filter((line) => line.trim() !== '');
    const quoted = shorten(first.trim());
    if (known === undefined) {
        return new IngotError('tool-failed', `${who} failed${quoted === '' ? '' : `: ${quoted}`}`, {
            advice: 'Its own output stands above; PACKER_LOG=1 in the environment makes it say more',
        });
    }
    return new IngotError(known.reason, `${who} failed: ${known.what} (${quoted})`, { advice: known.advice });
}
function shorten(text) {
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

;// CONCATENATED MODULE: ./lib/bake/packer/run-packer.js



/** Of a cancelled or overdue build: Packer ends the machine and removes what is half done, in a cloud over the network. */
const cleanupMilliseconds = 120_000;
const install = 'Install Packer 1.6 or newer (HashiCorp), and QEMU for the qemu builder';
/**
 * Runs a command of Packer; each message is handed on as it comes, secrets replaced. A failure is an answer here: it takes
 * the messages to say what it was.
 *
 * @throws IngotError `not-found`, `timed-out`, `cancelled`
 */
async function run_packer_runPacker(args, process, onMessage) {
    const errors = [];
    let failed;
    const hide = redactor(process.secrets);
    const onLine = (line, from) => {
        const message = from === 'stdout' ? parseMessage(hide(line)) : undefined;
        if (message === undefined)
            return onMessage({ time: '', target: '', type: 'log', data: [] }, [hide(line)]);
        if (message.type === 'error') {
            failed ??= message.target;
            errors.push(message.data.join(','));
        }
        else if (message.type === 'ui' && message.data[0] === 'error')
            errors.push(message.data[1] ?? '');
        onMessage(message, linesOf(message));
    };
    const { exitCode } = await run('packer', args, {
        cwd: process.directory,
        env: process.env,
        timeoutMilliseconds: process.timeoutMilliseconds,
        signal: process.signal,
        // Packer runs itself once more below it, and hands on SIGTERM alone; a group would end the machine behind its back.
        ending: { to: 'tool', graceMilliseconds: cleanupMilliseconds },
        acceptedExitCodes: everyCode,
        redact: process.secrets,
        onLine,
        install,
    });
    return { exitCode, errors: errors.join('\n'), ...(failed !== undefined && { failed }) };
}
const everyCode = Array.from({ length: 256 }, (_, code) => code);
/** A secret is hidden as it is, and as Packer escapes it. */
function redactor(secrets) {
    const spelt = (secret) => [
        secret,
        secret.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
        ...secret.split(/\r?\n/),
    ];
    const hidden = [...new Set(secrets.flatMap(spelt))].filter((text) => text.trim().length >= 4);
    hidden.sort((a, b) => b.length - a.length);
    return (line) => hidden.reduce((clean, text) => clean.replaceAll(text, '***'), line);
}
/** @throws IngotError `not-found`, `unsupported` (too old, or another program of that name) */
async function run_packer_readPackerVersion(process) {
    const { stdout } = await run('packer', ['version'], {
        cwd: process.directory,
        env: process.env,
        signal: process.signal,
        timeoutMilliseconds: 30_000,
        acceptedExitCodes: everyCode,
        install,
    });
    return checkVersion(stdout);
}
const oldest = (/* unused pure expression or super */ null && ([1, 6]));
/** @throws IngotError `unsupported` */
function checkVersion(answer) {
    const [, major, minor, patch] = /^Packer v?(\d+)\.(\d+)\.(\d+)/m.exec(answer) ?? [];
    if (major === undefined || minor === undefined) {
        throw new IngotError('unsupported', 'The packer on the PATH is not HashiCorp Packer', {
            advice: 'cracklib installs another program of this name: put the directory of the right one first on the PATH',
        });
    }
    const version = `${major}.${minor}.${patch}`;
    const isOld = Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]);
    if (!isOld)
        return version;
    throw new IngotError('unsupported', `Packer ${version} is too old for HCL2 templates`, { advice: install });
}

;// CONCATENATED MODULE: ./lib/bake/packer/commands.js






/** @throws IngotError `not-found` and what else keeps plugins from being fetched */
async function commands_initialise(settings, process, log) {
    const { exitCode, errors } = await runPacker(initArguments(settings), process, say(log));
    if (exitCode !== 0)
        throw explainFailure(errors || 'packer init failed', undefined);
}
/** @throws IngotError `invalid-config`, each complaint with file and line */
async function commands_validate(settings, file, process, log) {
    const said = [];
    const keep = ({ data, type }, lines) => void said.push(...(type === 'ui' ? [data[1] ?? ''] : lines));
    const { exitCode } = await runPacker(validateArguments(settings, file), process, keep);
    const found = parseDiagnostics(said.join('\n'));
    for (const warning of found.filter(({ severity }) => severity === 'warning'))
        log(`warning: ${formatDiagnostic(warning)}`);
    if (exitCode === 0)
        return;
    const problems = found.filter(({ severity }) => severity === 'error').map(formatDiagnostic);
    const known = explainFailure(said.join('\n'), undefined);
    const what = problems.length > 0 ? problems.slice(0, 10).join('\n') : said.join('\n').slice(0, 1000);
    throw new IngotError('invalid-config', `The Packer template is not valid:\n${what}`, {
        ...(known.reason !== 'tool-failed' && known.advice !== undefined && { advice: known.advice }),
    });
}
/** Builds, telling what Packer tells as it comes. @throws IngotError what the build is known to fail of */
async function commands_build(settings, file, process, log) {
    const collected = collectArtifacts();
    const tell = say(log);
    const { exitCode, errors, failed } = await runPacker(buildArguments(settings, file), process, (message, lines) => {
        collected.take(message);
        tell(message, lines);
    });
    if (exitCode !== 0)
        throw explainFailure(errors, failed);
    return collected.artifacts();
}
function say(log) {
    return (_, lines) => {
        for (const line of lines)
            log(line);
    };
}

;// CONCATENATED MODULE: ./lib/bake/packer/place-artifacts.js



/** Every platform that the image will have. */
function place_artifacts_platformsOf(platforms) {
    return typeof platforms === 'string' ? [platforms] : [...new Set(Object.values(platforms))].sort();
}
/**
 * Sorts what the builds made by platform; several builds may make one image together (a disk, and its copies in clouds).
 *
 * @throws IngotError `tool-failed` when nothing was made, `invalid-config` for a build whose platform nobody has said
 */
function place_artifacts_placeArtifacts(artifacts, platforms) {
    if (artifacts.length === 0) {
        throw new IngotError('tool-failed', 'Packer ended well and made nothing', {
            advice: 'Check only and except: a name that fits no build is no error to Packer (of HCL2 they read qemu.NAME)',
        });
    }
    const byPlatform = new Map();
    for (const artifact of artifacts) {
        const platform = place_artifacts_platformOf(artifact.build, platforms);
        byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), artifact]);
    }
    return [...byPlatform].sort(([a], [b]) => (a < b ? -1 : 1)).map(([platform, some]) => place(platform, some));
}
function place_artifacts_platformOf(build, platforms) {
    if (typeof platforms === 'string')
        return platforms;
    // `release.qemu.shop` of a build that has a name; the source alone says enough.
    const source = build.split('.').slice(-2).join('.');
    const platform = platforms[build] ?? platforms[source];
    if (platform !== undefined)
        return platform;
    throw new IngotError('invalid-config', `Nobody has said which platform the Packer build ${build} is for`, {
        advice: `Add it to bake.builds in ingot.yml, e.g. {${source}: linux/arm64}`,
    });
}
function place(platform, artifacts) {
    const files = new Map(); // path → title
    const titles = new Set();
    for (const { build, files: paths } of artifacts) {
        for (const path of paths.filter((each) => !files.has(each))) {
            const name = basename(path);
            const title = titles.has(name) ? `${build}-${name}` : name;
            if (titles.has(title)) {
                throw new IngotError('invalid-config', `The Packer build ${build} makes two files called ${name}`, {
                    advice: 'Give them names of their own: a VM image has one of each',
                });
            }
            titles.add(title);
            files.set(path, title);
        }
    }
    return {
        platform,
        files: [...files].map(([path, title]) => ({ path, title })),
        cloudImages: artifacts.flatMap(cloudImagesOf),
    };
}

;// CONCATENATED MODULE: ./lib/bake/packer/workspace.js



/** @param temporary where it is made; default the system's place for temporary files */
function workspace_openWorkspace(temporary = tmpdir()) {
    const directory = mkdtempSync(join(temporary, 'ingot-packer-')); // mode 0700
    const make = (kind, platform) => {
        const path = join(directory, kind, platform.replaceAll('/', '-'));
        mkdirSync(path, { recursive: true });
        return path;
    };
    return {
        directory,
        output: join(directory, 'output'),
        directoriesOf: (platform) => ({ base: make('base', platform), inventory: make('inventory', platform) }),
        writeVariables(document) {
            const file = join(directory, 'ingot.pkrvars.json');
            writeFileSync(file, document, { mode: 0o600, flag: 'wx' });
            return file;
        },
        remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
    };
}

;// CONCATENATED MODULE: ./lib/bake/packer/bake-packer.js















/**
 * Builds VM images with Packer and writes what came of it by digest. Everything on the way lies in a private directory
 * that is removed however it ends; of what Packer half finished Packer itself disposes.
 *
 * @throws IngotError `invalid-config` (the template, by file and line), what a build is known to fail of, `cancelled`
 */
async function bakePacker(bake, previous) {
    const workspace = openWorkspace(bake.env.RUNNER_TEMP);
    try {
        const settings = await withOwnVariables(bake, workspace);
        const file = workspace.writeVariables(variablesDocument(settings));
        const process = processOf(bake, workspace);
        if (bake.init)
            await initialise(settings, process, bake.log);
        await validate(settings, file, process, bake.log);
        const artifacts = await build(settings, file, process, bake.log);
        const placed = placeArtifacts(artifacts, bake.platforms);
        const platforms = [];
        for (const one of placed)
            platforms.push(await bake_packer_describe(one, bake, workspace));
        const { output, tags, annotations, log, signal } = bake;
        return await writeVms(platforms, { output, tags, annotations, previous, log, signal });
    }
    finally {
        workspace.remove();
    }
}
/** Asks Packer which version it is. @throws IngotError `not-found`, `unsupported` */
async function openPackerTool(where) {
    const temporary = where.env.RUNNER_TEMP ?? tmpdir();
    const env = packerEnvironment(where.env, { secretNames: where.secretNames, temporary });
    return readPackerVersion({ ...where, env, secrets: [] });
}
/** The settings with the variables that are made here: the base, pulled and checked, and directories. */
async function withOwnVariables(bake, workspace) {
    const { names, settings, signal } = bake;
    const platforms = platformsOf(bake.platforms);
    const own = {};
    if (names.output !== undefined)
        own[names.output] = workspace.output;
    for (const platform of platforms) {
        const suffix = platforms.length > 1 ? `_${parsePlatform(platform).architecture}` : '';
        const directories = workspace.directoriesOf(platform);
        if (names.inventory !== undefined)
            own[`${names.inventory}${suffix}`] = directories.inventory;
        const image = bake.bases.find((each) => each.platform === platform)?.image;
        if (image === undefined)
            continue;
        const base = await chooseVmBase(image, { region: bake.baseRegion, signal });
        if (base.kind === 'cloud') {
            own[`${names.baseImage}${suffix}`] = base.image.id;
            continue;
        }
        bake.log(`base ${image.store.repository}@${image.manifestDigest}: pulling ${formatBytes(base.descriptor.size)}`);
        own[`${names.baseImage}${suffix}`] = await pullDisk(image, base, directories.base, signal);
        own[`${names.baseChecksum}${suffix}`] = base.descriptor.digest;
    }
    return { ...settings, variables: { ...settings.variables, ...own } };
}
function processOf(bake, workspace) {
    const { directory, settings, secretNames, timeoutMilliseconds, signal } = bake;
    return {
        directory,
        env: packerEnvironment(bake.env, { secretNames, temporary: workspace.directory }),
        secrets: Object.values(settings.secrets),
        timeoutMilliseconds,
        signal,
    };
}
/** What was made for one platform, hashed, looked into, and given its names. */
async function bake_packer_describe(placed, bake, workspace) {
    const { env, log, signal } = bake;
    const files = [];
    for (const { path, title } of placed.files)
        files.push(await inspectFile(path, title, { env, log, signal }));
    if (placed.cloudImages.length === 0 && files.every(({ disk }) => disk === undefined)) {
        const names = files.map(({ title }) => title).join(', ') || 'nothing';
        throw new IngotError('unsupported', `For ${placed.platform} Packer made ${names}: neither a disk nor an image in a cloud`, {
            advice: 'Leave the disk as it is: a post-processor that packs it hides it (of qemu: disk_compression = true instead)',
        });
    }
    const base = bake.bases.find(({ platform }) => platform === placed.platform);
    const { inventory: downloaded } = workspace.directoriesOf(placed.platform);
    const inventory = await makeInventory(downloaded, { directory: workspace.directory, signal });
    return {
        platform: parsePlatform(placed.platform),
        files,
        cloudImages: placed.cloudImages,
        ...(inventory && { inventory, inventoryBlob: inventory }),
        annotations: {
            ...bake.annotations,
            ...baseAnnotations(base?.name, base?.image.manifestDigest),
            ...(bake.firmware !== undefined && { [vmAnnotations.firmware]: bake.firmware }),
        },
        created: bake.created,
        baseName: base?.name,
        baseDigest: base?.image.manifestDigest,
    };
}

;// CONCATENATED MODULE: ./lib/bake/packer/template.js




const parts = /\.pkr\.(?:hcl|json)$|\.auto\.pkrvars\.(?:hcl|json)$/;
/** @throws IngotError `not-found`, `unsupported` for a template in the old JSON form */
function readTemplate(path) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) {
        throw new IngotError('not-found', `There is no Packer template ${path}`, {
            advice: 'Name a file that ends in .pkr.hcl, or a directory of such files',
        });
    }
    const directory = status.isDirectory() ? path : dirname(path);
    const names = status.isDirectory() ? readdirSync(path).filter((name) => parts.test(name)) : [basename(path)];
    if (names.length === 0 || !names.every((name) => parts.test(name))) {
        throw new IngotError('unsupported', `${path} is no HCL2 template of Packer`, {
            advice: 'Name a file that ends in .pkr.hcl; packer hcl2_upgrade rewrites a template in the old JSON form',
        });
    }
    const files = names.sort().map((name) => [name, digestOf(readFileSync(join(directory, name)))]);
    return { directory, files: Object.fromEntries(files) };
}

;// CONCATENATED MODULE: ./lib/bake/policy-pattern.js


/**
 * Whether a repository is meant by a pattern of the policy: `*` at the end stands for anything, elsewhere for anything
 * within one path segment. Docker Hub's short names mean its own repositories, and nobody else's.
 */
function isListed(reference, pattern) {
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

;// CONCATENATED MODULE: ./lib/bake/policy.js



/**
 * Whether the policy lets images be built on this base: it is not revoked, and one entry of the list approves it by
 * repository, digest, age and signature, as far as the entry names them. A signature that cannot be checked throws: it is
 * neither yes nor no.
 */
async function checkBase(check) {
    const { base, policy } = check;
    const name = base === 'scratch' ? base : `${(0,oci_reference.formatRepository)(base.reference)}@${base.digest}`;
    const revoked = base === 'scratch' ? undefined : refuseRevoked(name, base, policy);
    if (revoked !== undefined)
        return revoked;
    const entries = policy.bases.filter((entry) => isEntryFor(base, entry));
    if (entries.length === 0)
        return refuseUnlisted(name, policy);
    // Starting from nothing has neither age nor signer.
    if (base === 'scratch')
        return { approved: true, entry: entries[0], why: 'listed' };
    const refusals = [];
    for (const entry of entries) {
        const refusal = refuseAge(name, base, entry, check) ?? (await refuseSignature(name, base, entry, check));
        if (refusal === undefined)
            return { approved: true, entry, why: policy_describe(entry) };
        refusals.push(refusal);
    }
    // The entry that came furthest is the one that was meant.
    const closest = refusals.find(({ rule }) => rule === 'signature') ?? refusals[0];
    const others = refusals.filter(({ why, rule }) => why !== closest.why && rule === closest.rule);
    return { ...closest, why: [closest, ...others].map(({ why }) => why).join('; ') };
}
function isEntryFor(base, { repository, digest }) {
    if (base === 'scratch')
        return repository === 'scratch';
    const isDigest = digest === undefined || digest === base.digest || digest === base.manifestDigest;
    return isDigest && (repository === undefined || isListed(base.reference, repository));
}
function refuseRevoked(name, base, { revoked = [] }) {
    const found = revoked.find(({ digest }) => digest === base.digest || digest === base.manifestDigest);
    if (found === undefined)
        return undefined;
    const advice = found.replacement === undefined
        ? 'Build on another base: whoever keeps the policy knows which'
        : `Build on ${found.replacement} instead`;
    return { approved: false, rule: 'revoked', why: `The base ${name} is revoked: ${found.reason}`, advice };
}
function refuseUnlisted(name, { bases }) {
    const entries = bases.map(({ repository, digest, signer }) => {
        const what = repository ?? (digest === undefined ? `anything signed by ${signerName(signer)}` : 'any repository');
        return digest === undefined ? what : `${what}@${(0,oci_digest.shortDigest)(digest)}`;
    });
    return {
        approved: false,
        rule: 'listed',
        why: `The base ${name} is not approved: the policy approves ${entries.join(', ') || 'no base at all'}`,
        advice: 'Build on one of these, or ask whoever keeps the policy to add it to bases:',
    };
}
const hourMilliseconds = 60 * 60 * 1000;
/** Clocks differ; a base from further in the future proves nothing about its age. */
const clockMilliseconds = hourMilliseconds;
function refuseAge(name, { created }, { maximumAgeMilliseconds: own = Number.POSITIVE_INFINITY }, { policy, now }) {
    const maximum = Math.min(own, policy.maximumAgeMilliseconds ?? Number.POSITIVE_INFINITY);
    if (maximum === Number.POSITIVE_INFINITY)
        return undefined;
    const age = created === undefined ? Number.NaN : now.getTime() - Date.parse(created);
    const refuse = (why, advice) => ({ approved: false, rule: 'age', why, advice });
    if (!(age >= -clockMilliseconds)) {
        const says = created === undefined ? 'it does not say when it was built' : `it claims to be built in the future, at ${created}`;
        return refuse(`The base ${name} is not approved: the policy limits its age, and ${says}`, 'Build the base with SOURCE_DATE_EPOCH set to the time of its build, or with the annotation org.opencontainers.image.created');
    }
    if (age <= maximum)
        return undefined;
    return refuse(`The base ${name} is too old: it was built ${span(age)} ago, ${span(maximum)} are allowed`, 'Rebuild the golden image, and build on the new digest');
}
function span(milliseconds) {
    const hours = Math.floor(milliseconds / hourMilliseconds);
    return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}
async function refuseSignature(name, base, { signer }, { verifySignature }) {
    if (signer === undefined)
        return undefined;
    const { ok, why } = await verifySignature(base, signer);
    if (ok)
        return undefined;
    return {
        approved: false,
        rule: 'signature',
        why: `The base ${name} is not approved: it lacks the signature that the policy asks for: ${why}`,
        advice: 'Use the digest that was signed, or have the owner of the base sign this one with the key in the policy',
    };
}
function policy_describe({ repository, digest, signer }) {
    const listed = repository === undefined ? 'listed' : `listed as ${repository}`;
    return [
        listed,
        ...(digest === undefined ? [] : ['by its digest']),
        ...(signer === undefined ? [] : [`signed by ${signerName(signer)}`]),
    ].join(', ');
}
function signerName(signer) {
    return signer === undefined ? 'anybody' : 'its key';
}

;// CONCATENATED MODULE: ./lib/bake/previous.js




/** An index with more is no image of ours: it is not read. */
const previous_maximumPlatforms = 64;
/**
 * The image of a tag or digest with every platform that it has; undefined when there is none. What is there and cannot be
 * read as an image is none either: it is nothing that a bake could repeat.
 *
 * @throws what the store throws when it cannot be asked
 */
async function loadPrevious(store, label, options = {}) {
    const { log, ...call } = options;
    try {
        const stored = await store.readManifest(label, call);
        if (stored === undefined)
            return undefined;
        const { descriptor } = stored;
        const from = `${store.repository}@${descriptor.digest}`;
        const manifests = indexTypes.includes(descriptor.mediaType) ? await readChildren(store, stored, call) : [stored];
        const platforms = await Promise.all(manifests.map((manifest) => readPlatform(store, manifest, from, call)));
        return { store, digest: descriptor.digest, descriptor, platforms };
    }
    catch (thrown) {
        const isOfTheImage = thrown instanceof IngotError && ['not-found', 'unreadable', 'size-exceeded'].includes(thrown.reason);
        if (!isOfTheImage)
            throw thrown;
        log?.(`What ${store.repository} holds now cannot be compared with: ${thrown.message}`);
        return undefined;
    }
}
async function readChildren(store, stored, call) {
    const from = `${store.repository}@${stored.descriptor.digest}`;
    const { manifests } = parseIndex(stored.bytes, from);
    const images = manifests.filter(({ platform }) => platform === undefined || isRealPlatform(platform));
    if (images.length > previous_maximumPlatforms)
        throw new IngotError('size-exceeded', `${from} lists ${images.length} images`);
    return Promise.all(images.map(async ({ digest }) => {
        const child = await store.readManifest(digest, call);
        if (child === undefined)
            throw new IngotError('not-found', `${from} lists ${digest}, which is not there`);
        return child;
    }));
}
async function readPlatform(store, stored, from, call) {
    const { digest } = stored.descriptor;
    const manifest = parseManifest(stored.bytes, from);
    const isImage = [mediaTypes.config, mediaTypes.dockerConfig].some((type) => type === manifest.config.mediaType);
    if (!isImage)
        return { platform: '', digest, manifest };
    if (manifest.config.size > maximumManifestBytes) {
        throw new IngotError('size-exceeded', `The config of ${from} claims ${manifest.config.size} bytes`);
    }
    const parts = [];
    for await (const part of store.readBlob(manifest.config, call))
        parts.push(part);
    const config = parseImageConfig(Buffer.concat(parts), from);
    return { platform: formatPlatform(config), digest, manifest, config };
}

// EXTERNAL MODULE: ./lib/bake/rebase/plan-rebase.js + 3 modules
var plan_rebase = __webpack_require__(3562);
// EXTERNAL MODULE: ./lib/bake/rebase/rebase.js + 5 modules
var rebase = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/bake/index.js






















/***/ }),

/***/ 8338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ buildReasons),
/* harmony export */   provenancePredicate: () => (/* binding */ provenancePredicate)
/* harmony export */ });
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9501);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3940);


/** Why an image was built. */
const buildReasons = ['push', 'base', 'cve', 'age', 'manual'];
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
function imageDependency({ name, digest, role }) {
    const dependency = { uri: imageUri(name, digest), digest: { sha256: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(digest) }, name };
    return role === undefined ? dependency : { ...dependency, annotations: { role } };
}
/** A package URL, or the layout's own reference. @see https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md */
function imageUri(name, digest) {
    const reference = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__.parseReference)(name);
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


/***/ }),

/***/ 9668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* reexport */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/exec/lines.js

const longestLine = 64 * 1024; // characters; what is longer comes in pieces
/** Hands on each line of a stream as it comes, without its end; the last one also when no line end follows. */
function followLines(stream, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let pending = '';
    const take = (text) => {
        const lines = (pending + text).split('\n');
        pending = lines.pop() ?? '';
        for (const line of lines)
            onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
        for (; pending.length > longestLine; pending = pending.slice(longestLine))
            onLine(pending.slice(0, longestLine));
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.once('end', () => {
        take(decoder.end());
        if (pending !== '')
            onLine(pending);
        pending = '';
    });
}

;// CONCATENATED MODULE: ./lib/exec/output.js
/** Collects a stream up to a bound; `onExceeded` is called once, and nothing more is kept. */
function collect(stream, maximumBytes, onExceeded) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        const fits = bytes + chunk.length <= maximumBytes;
        if (fits)
            chunks.push(chunk);
        else if (bytes <= maximumBytes)
            onExceeded();
        bytes = fits ? bytes + chunk.length : maximumBytes + 1;
    });
    return { text: () => Buffer.concat(chunks).toString('utf8') };
}
/** Keeps the last bytes of a stream. */
function keepEnd(stream, bytes) {
    let kept = Buffer.alloc(0);
    stream.on('data', (chunk) => {
        if (bytes > 0)
            kept = Buffer.concat([kept, chunk]).subarray(-bytes);
    });
    return { text: () => kept.toString('utf8') };
}

;// CONCATENATED MODULE: ./lib/exec/process-group.js
/** A tool that ignores SIGTERM is killed after two seconds: well within the 7.5 s that a cancelled job has. */
const promptly = { to: 'group', graceMilliseconds: 2000 };
/** Ends a child that leads its own process group, and all that it started. */
function endGroup(child, { to, graceMilliseconds } = promptly) {
    if (to === 'tool')
        child.kill('SIGTERM');
    else
        signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
    // A tool that is given time to clean up is waited for.
    if (to === 'group')
        timer.unref();
    // The leader may be gone while its children live on: they are swept once it has closed.
    child.once('close', () => {
        clearTimeout(timer);
        signalGroup(child, 'SIGKILL');
    });
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill(signal);
        else
            process.kill(-child.pid, signal);
    }
    catch {
        // Nobody is left in the group.
    }
}

;// CONCATENATED MODULE: ./lib/exec/run.js






/**
 * Runs an installed tool, without a shell. The exit code decides; stderr only explains.
 *
 * @throws IngotError `not-found` (the tool is missing), `tool-failed`, `timed-out`, `size-exceeded` (too much output),
 *   `cancelled`
 */
async function run(tool, args, options) {
    const { signal, timeoutMilliseconds = 120_000, maximumOutputBytes = 16 * 1024 * 1024 /* 16 MiB */ } = options;
    const what = `${tool} ${firstWord(args)}`.trim();
    if (signal?.aborted)
        throw cancelled(what, signal);
    const child = (0,external_node_child_process_.spawn)(tool, args, {
        cwd: options.cwd,
        env: defined(options.env),
        // A group of its own, so that what the tool starts ends with it.
        detached: process.platform !== 'win32',
        stdio: 'pipe',
        windowsHide: true,
    });
    let interruption;
    const interrupt = (error) => {
        interruption ??= error;
        endGroup(child, options.ending);
    };
    const exceeded = () => interrupt(new errors/* IngotError */.se('size-exceeded', `${what} wrote more than ${maximumOutputBytes} bytes and was ended`));
    const { onLine } = options;
    const keep = (stream) => {
        if (onLine === undefined)
            return collect(child[stream], maximumOutputBytes, exceeded);
        followLines(child[stream], (line) => onLine(line, stream));
        return keepEnd(child[stream], stream === 'stdout' ? 0 : 64 * 1024);
    };
    const [stdout, stderr] = [keep('stdout'), keep('stderr')];
    const timer = setTimeout(() => interrupt(new errors/* IngotError */.se('timed-out', `${what} did not finish within ${timeoutMilliseconds / 1000} s`)), timeoutMilliseconds);
    const onAbort = () => interrupt(cancelled(what, signal));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        const closed = untilClosed(child, tool, options);
        feed(child, options.input);
        const exitCode = await closed;
        if (interruption !== undefined)
            throw interruption;
        const result = { stdout: stdout.text(), stderr: redacted(stderr.text(), options.redact), exitCode };
        if (!(options.acceptedExitCodes ?? [0]).includes(exitCode))
            throw failed(what, result);
        return result;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}
/** The exit code; a tool that a signal ended has the shell's 128 + n, here without n. */
function untilClosed(child, tool, options) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(unstartable(error, tool, options)));
        child.once('close', (code) => resolve(code ?? 128));
    });
}
function unstartable(error, tool, options) {
    // The system says the same of a missing working directory.
    if (error.code === 'ENOENT' && options.cwd !== undefined && !(0,external_node_fs_.existsSync)(options.cwd)) {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: its working directory ${options.cwd} is not there`);
    }
    if (error.code === 'ENOENT') {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: it is not installed, or not on the PATH`, {
            advice: options.install ?? `Install ${tool} and make sure that it is on the PATH`,
            cause: error,
        });
    }
    return new errors/* IngotError */.se('tool-failed', `Cannot run ${tool}: ${error.code ?? error.message}`, { cause: error });
}
function feed(child, input) {
    // A tool may end without reading its input; its exit code says whether that was a failure.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
}
function failed(what, result) {
    const said = result.stderr.trim().split('\n').slice(-5).join('\n').slice(-2000);
    return new errors/* IngotError */.se('tool-failed', `${what} failed with exit code ${result.exitCode}${said && `: ${said}`}`);
}
function cancelled(what, signal) {
    return new errors/* IngotError */.se('cancelled', `${what} was cancelled`, { cause: signal?.reason });
}
function redacted(text, secrets = []) {
    return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
/** Arguments may hold anything, so messages name the tool's subcommand only. */
function firstWord(args) {
    return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}
function defined(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./lib/exec/index.js



/***/ })

};
