export const id = 603;
export const ids = [603,940,261,501];
export const modules = {

/***/ 6603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  combineReports: () => (/* reexport */ combineReports),
  formatBytes: () => (/* reexport */ bytes_formatBytes),
  joinIndex: () => (/* reexport */ joinIndex),
  loadPrevious: () => (/* reexport */ loadPrevious),
  maximumReportBytes: () => (/* reexport */ maximumReportBytes),
  parsePairs: () => (/* reexport */ parsePairs),
  parseReport: () => (/* reexport */ parseReport),
  provenancePredicate: () => (/* reexport */ provenancePredicate)
});

// UNUSED EXPORTS: PlansAhead, Rebaser, bakeLayers, bakePacker, buildReasons, checkBase, compressionOf, compressions, createdOf, engines, forAnyPlatform, isUnchanged, keepPrevious, openPackerTool, parseAddition, parseCommand, planRebase, platformsOf, readEpoch, readTemplate

;// CONCATENATED MODULE: ./lib/oci/bytes.js
/** `12.3 MB`, decimal as registries bill it. */
function bytes_formatBytes(bytes) {
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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
;// CONCATENATED MODULE: ./lib/bake/baker.js
/** The engines, as `--engine` and `bake.engine` name them. */
const engines = ['layers', 'buildkit', 'packer'];

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/bake/provenance.js


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
    const dependency = { uri: imageUri(name, digest), digest: { sha256: (0,oci_digest/* hexOf */.ZD)(digest) }, name };
    return role === undefined ? dependency : { ...dependency, annotations: { role } };
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

;// CONCATENATED MODULE: ./lib/bake/baked-report.js





const digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,oci_digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
const word = schema/* string */.YjP().check(schema/* maxLength */.Ru6(4096));
const report = schema/* strictObject */.rej({
    schemaVersion: schema/* literal */.euz(1),
    engine: schema/* enum */.k5n(engines),
    reason: schema/* enum */.k5n(buildReasons),
    inputs: schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J()),
    digest,
    platforms: schema/* array */.YOg(schema/* strictObject */.rej({ platform: word, digest })).check(schema/* maxLength */.Ru6(64)),
    bases: schema/* array */.YOg(schema/* strictObject */.rej({ platform: word, name: word, digest, manifestDigest: digest }))
        .check(schema/* maxLength */.Ru6(1024)),
    source: schema/* strictObject */.rej({ url: schema/* optional */.lqM(word), revision: schema/* optional */.lqM(word) }),
});
/** A report is a page or two; inputs may list thousands of files. */
const maximumReportBytes = 1024 * 1024; // 1 MiB
/** @throws IngotError `unreadable`, naming the first field that is wrong */
function parseReport(text, from) {
    const fail = (why) => new errors/* IngotError */.se('unreadable', `The report ${from} of a bake is malformed: ${why}`);
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
        throw new errors/* IngotError */.se('invalid-input', 'There is no report of a bake to join', {
            advice: 'Give each bake --report FILE, and bring the files here',
        });
    }
    const other = reports.find((one) => originOf(one) !== originOf(first));
    if (other !== undefined) {
        const both = [first, other].map((one) => one.platforms.map(({ platform }) => platform).join(', '));
        throw new errors/* IngotError */.se('invalid-input', `${both.join(' and ')} were baked from different inputs, and are no one image`, {
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

// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/bake/created.js

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
    return [config.created, manifest.annotations?.[annotationKeys.created]].find(isBelievable);
}
function isBelievable(time) {
    return time !== undefined && Date.parse(time) >= oldestBelievable;
}

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

// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var oci_manifest = __webpack_require__(7535);
;// CONCATENATED MODULE: ./lib/oci/platform.js


const architectures = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
/** `linux/<architecture of this machine>`, in Go's names, as images use them. */
function hostPlatform() {
    return `linux/${architectures[process.arch] ?? process.arch}`;
}
/** @throws IngotError `invalid-input` unless it reads `os/architecture[/variant]` */
function platform_parsePlatform(text) {
    const [os, architecture, variant, ...more] = text.split('/');
    const isWord = (part) => part !== undefined && /^[a-z0-9_.-]+$/.test(part);
    if (!isWord(os) || !isWord(architecture) || (variant !== undefined && !isWord(variant)) || more.length > 0) {
        throw new errors/* IngotError */.se('invalid-input', `${JSON.stringify(text)} is not a platform`, {
            advice: 'Write os/architecture, e.g. linux/amd64 or linux/arm64/v8',
        });
    }
    return { os: os, architecture: architecture, ...(variant !== undefined && { variant }) };
}
/** Whether an image of platform `has` serves who asked for `wanted`; no variant asked for means any. */
function servesPlatform(has, wanted) {
    const want = platform_parsePlatform(wanted);
    return has.os === want.os && has.architecture === want.architecture && sameVariant(has, want.variant);
}
/** Whether two images are for the same machines. */
function platform_samePlatform(a, b) {
    const variant = (platform) => platform.variant ?? (platform.architecture === 'arm64' ? 'v8' : undefined);
    return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}
/** A descriptor of an attestation carries `unknown/unknown`: it is no image. */
function platform_isRealPlatform(platform) {
    return platform !== undefined && platform.os !== 'unknown' && platform.architecture !== 'unknown';
}

function sameVariant(has, wanted) {
    if (wanted === undefined || wanted === has.variant)
        return true;
    // Images for arm64 mostly leave out the only variant there was for years.
    return has.architecture === 'arm64' && wanted === 'v8' && has.variant === undefined;
}

;// CONCATENATED MODULE: ./lib/image/documents.js




/**
 * The manifest or index that a reference names; one without tag and digest names the only tag of a layout.
 *
 * @throws IngotError `not-found`, with the tags that there are; `invalid-reference` when it names nothing
 */
async function documents_readNamed(store, reference, call) {
    const label = reference.digest ?? { tag: reference.tag ?? (await onlyTag(store, reference, call)) };
    const stored = await store.readManifest(label, call);
    if (stored !== undefined)
        return stored;
    const tags = await store.tags(call);
    const shown = tags.length === 0 ? 'it holds no tags' : `its tags are ${listed(tags)}`;
    throw new errors/* IngotError */.se('not-found', `There is no image ${(0,oci_reference.formatReference)(reference)}: ${shown}`, {
        advice: 'Check the name; a tag is written behind a colon, a digest behind @',
    });
}
/** @throws IngotError `unreadable` for what is no container image, `size-exceeded` */
function documents_imageManifestOf(stored, from) {
    const type = stored.descriptor.mediaType;
    if (!media_types/* manifestTypes */.Fm.includes(type))
        throw notAnImage(from, type || 'of no type');
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, from);
    const isImage = [media_types/* mediaTypes */.Ib.config, media_types/* mediaTypes */.Ib.dockerConfig].some((known) => known === manifest.config.mediaType);
    if (!isImage)
        throw notAnImage(from, manifest.artifactType ?? manifest.config.mediaType);
    if (manifest.config.size <= oci_manifest/* maximumManifestBytes */.ns)
        return manifest;
    const claim = `claims ${manifest.config.size} bytes, more than the limit of ${oci_manifest/* maximumManifestBytes */.ns}`;
    throw new errors/* IngotError */.se('size-exceeded', `The config of ${from} ${claim}`);
}
/**
 * @param early its bytes, where they were asked for before the manifest was known
 * @throws IngotError `unreadable`, also when it does not have a diff-id for each layer
 */
async function documents_readConfig(store, manifest, from, call, early) {
    const config = (0,oci_manifest/* parseImageConfig */.FB)((await early) ?? (await documents_readSmallBlob(store, manifest.config, call)), from);
    const { length } = config.rootfs.diff_ids;
    if (length === manifest.layers.length)
        return config;
    const counts = `${manifest.layers.length} layers, its config ${length} diff-ids`;
    throw new errors/* IngotError */.se('unreadable', `The manifest of ${from} has ${counts}`);
}
/** A blob that is held in memory. */
async function documents_readSmallBlob(store, descriptor, call) {
    const parts = [];
    for await (const part of store.readBlob(descriptor, call))
        parts.push(part);
    return Buffer.concat(parts);
}
/** The first names of a list, for a message. */
function listed(names) {
    const shown = names.slice(0, 12).join(', ');
    return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
/** A reference without a label can mean only one image when there is only one. */
async function onlyTag(store, reference, call) {
    const tags = reference.kind === 'layout' ? await store.tags(call) : [];
    const [only] = tags;
    if (tags.length === 1 && only !== undefined)
        return only;
    const known = tags.length === 0 ? '' : `; there are ${listed(tags)}`;
    throw new errors/* IngotError */.se('invalid-reference', `${(0,oci_reference.formatReference)(reference)} names no tag and no digest${known}`, {
        advice: `Write ${(0,oci_reference.formatReference)(reference)}:TAG or ${(0,oci_reference.formatReference)(reference)}@sha256:…`,
    });
}
function notAnImage(from, type) {
    return new errors/* IngotError */.se('unreadable', `${from} is not a container image: it is ${type}`);
}

;// CONCATENATED MODULE: ./lib/image/image.js






/**
 * Resolves a tag or digest and reads manifest and config, each checked against its digest by the store.
 *
 * @throws IngotError `not-found` (with the tags or platforms that exist), `unreadable`, `size-exceeded`, and what the store throws
 */
async function loadImage(store, reference, options = {}) {
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const stored = await documents_readNamed(store, reference, call);
    const { descriptor } = stored;
    const common = { store, reference: (0,oci_reference/* pinned */.dp)(reference, descriptor.digest), digest: descriptor.digest, descriptor };
    const from = `${store.repository}@${descriptor.digest}`;
    if (!media_types/* indexTypes */.gp.includes(stored.descriptor.mediaType)) {
        const documents = await readDocuments(store, stored, from, call);
        checkPlatform(documents.config, options.platform, from);
        return { ...common, manifestDigest: descriptor.digest, ...documents };
    }
    const index = (0,oci_manifest/* parseIndex */.A1)(stored.bytes, from);
    const chosen = choosePlatform(index, options, from);
    const child = await store.readManifest(chosen.digest, call);
    if (child === undefined) {
        throw new errors/* IngotError */.se('not-found', `${from} lists ${chosen.digest}, which is not in ${store.repository}`, {
            advice: 'The image was copied or pruned only in part: copy or bake it again',
        });
    }
    return { ...common, index, manifestDigest: chosen.digest, ...(await readDocuments(store, child, from, call)) };
}
/** The platforms that an image holds, as `os/architecture[/variant]`. */
function image_platformsOf(image) {
    if (image.index === undefined)
        return [formatPlatform(image.config)];
    return image.index.manifests.flatMap(({ platform }) => (isRealPlatform(platform) ? [formatPlatform(platform)] : []));
}
async function readDocuments(store, stored, from, call) {
    const manifest = documents_imageManifestOf(stored, from);
    return { manifest, config: await documents_readConfig(store, manifest, from, call) };
}
function choosePlatform(index, { platform: wanted, orFirst }, from) {
    const images = index.manifests.filter(({ platform }) => platform_isRealPlatform(platform));
    const candidates = images.length > 0 ? images : index.manifests.filter(({ platform }) => platform === undefined);
    const [first] = candidates;
    if (wanted === undefined && candidates.length === 1 && first !== undefined)
        return first;
    const platform = wanted ?? hostPlatform();
    const found = candidates.find((candidate) => candidate.platform && servesPlatform(candidate.platform, platform));
    if (found !== undefined)
        return found;
    if (wanted === undefined && orFirst === true && first !== undefined)
        return first;
    const known = candidates.map((candidate) => (candidate.platform ? (0,oci_manifest/* formatPlatform */.Bq)(candidate.platform) : 'unnamed'));
    throw noPlatform(from, platform, known);
}
function checkPlatform(config, wanted, from) {
    if (wanted !== undefined && !servesPlatform(config, wanted))
        throw noPlatform(from, wanted, [(0,oci_manifest/* formatPlatform */.Bq)(config)]);
}
function noPlatform(from, wanted, known) {
    return new errors/* IngotError */.se('not-found', `${from} has no image for ${wanted}: it has ${listed(known) || 'none'}`, {
        advice: 'Ask for one of these platforms, or build the missing one',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/image/limits.js

const limits_defaultLimits = {
    layerBytes: 8 * 1024 ** 3, // 8 GiB
    entryBytes: 8 * 1024 ** 3, // 8 GiB
    entries: 2_000_000,
};
function limits_sizeExceeded(what, claimed, limit) {
    return new IngotError('size-exceeded', `${what} claims ${claimed}, more than the limit of ${limit}`, {
        advice: 'Nothing more was read. Rebuild the image without it, or find out who altered it',
    });
}

;// CONCATENATED MODULE: ./lib/image/safe-path.js

const safe_path_maximumPathBytes = 4096; // PATH_MAX: nothing longer can be unpacked
const maximumNameBytes = 255; // NAME_MAX
/**
 * A name in a layer as its parts from the root: none for the root itself.
 *
 * @throws IngotError `unsafe-layer` when it is absolute, climbs, or cannot be a path
 */
function safe_path_splitEntryPath(name, from, what = 'entry') {
    if (name === '')
        throw safe_path_unsafe(name, from, `the ${what} has no name`);
    if (name.startsWith('/'))
        throw safe_path_unsafe(name, from, `the ${what} is an absolute path`);
    if (name.includes('\0'))
        throw safe_path_unsafe(name, from, `the ${what} holds a NUL`);
    if (Buffer.byteLength(name) > safe_path_maximumPathBytes)
        throw safe_path_unsafe(name, from, `the ${what} is longer than 4096 bytes`);
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.some((part) => Buffer.byteLength(part) > maximumNameBytes)) {
        throw safe_path_unsafe(name, from, `a name in the ${what} is longer than 255 bytes`);
    }
    if (parts.includes('..'))
        throw safe_path_unsafe(name, from, `the ${what} climbs out with ..`);
    return parts;
}
/** @param from what is being read, e.g. `layer sha256:…` */
function safe_path_unsafe(name, from, why) {
    const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
    return new IngotError('unsafe-layer', `Refused ${JSON.stringify(shown)} in ${from}: ${why}`, {
        advice: 'No honest builder writes this. Nothing was kept; find out where the image comes from and rebuild it',
    });
}

;// CONCATENATED MODULE: ./lib/image/byte-reader.js

/** Takes exact numbers of bytes from a stream of chunks, copying only where a run crosses a chunk's edge. */
class byte_reader_ByteReader {
    #chunks;
    #chunk = Buffer.alloc(0);
    constructor(chunks) {
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    /** `length` bytes, or undefined at the very end of the stream. @throws IngotError `unreadable` when it ends in between */
    async take(length, where) {
        const parts = [];
        let missing = length;
        while (missing > 0) {
            const part = await this.some(missing);
            if (part === undefined) {
                if (missing === length)
                    return undefined;
                throw new IngotError('unreadable', `${where} is cut short: ${missing} bytes are missing`);
            }
            parts.push(part);
            missing -= part.length;
        }
        return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    }
    /** Between one and `most` bytes, or undefined at the end. */
    async some(most) {
        while (this.#chunk.length === 0) {
            const next = await this.#chunks.next();
            if (next.done === true)
                return undefined;
            this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
        }
        const part = this.#chunk.subarray(0, most);
        this.#chunk = this.#chunk.subarray(part.length);
        return part;
    }
    /** Reads on to the end, so that whoever counts and hashes the stream has seen all of it. */
    async drain() {
        while ((await this.some(Number.MAX_SAFE_INTEGER)) !== undefined)
            ;
    }
    async close() {
        await this.#chunks.return?.();
    }
}

;// CONCATENATED MODULE: ./lib/image/pax.js

/** Extended headers larger than this are refused: they hold names and numbers, not files. */
const pax_maximumExtensionBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB
/**
 * Records of the form `length key=value\n`.
 *
 * @throws IngotError `unreadable` for a malformed record, `unsupported` for a sparse file
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_03
 */
function pax_parsePax(bytes, where) {
    const overrides = {};
    let position = 0;
    while (position < bytes.length) {
        const space = bytes.indexOf(0x20, position);
        const digits = space < 0 ? '' : bytes.toString('latin1', position, space);
        const length = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
        const end = position + length;
        const equals = bytes.indexOf(0x3d, space);
        if (length === 0 || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 0 || equals >= end) {
            throw new IngotError('unreadable', `${where} is damaged: the extended header is malformed at byte ${position}`);
        }
        const key = bytes.toString('utf8', space + 1, equals);
        applyRecord(overrides, key, bytes.toString('utf8', equals + 1, end - 1), where);
        position = end;
    }
    return overrides;
}
function applyRecord(overrides, key, value, where) {
    if (key.startsWith('GNU.sparse.')) {
        throw new IngotError('unsupported', `${where} is a sparse file, which image layers do not hold`);
    }
    // An empty value takes the record back: the header's own field counts.
    if (value === '')
        return;
    switch (key) {
        case 'path':
            overrides.name = value;
            break;
        case 'linkpath':
            overrides.linkName = value;
            break;
        case 'size':
        case 'uid':
        case 'gid':
            overrides[key] = decimal(value, key, where);
            break;
        case 'mtime':
            overrides.mtime = Math.max(0, Math.floor(Number(value)) || 0);
            break;
    }
}
function decimal(value, key, where) {
    if (!/^\d{1,30}$/.test(value)) {
        throw new IngotError('unreadable', `${where} is damaged: ${key} is ${JSON.stringify(value.slice(0, 40))}`);
    }
    const number = Number(value);
    return number > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : number;
}

;// CONCATENATED MODULE: ./lib/image/tar-header.js

const tar_header_blockBytes = 512;
/** Positions of the fields that we read. @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06 */
const fields = {
    name: [0, 100],
    mode: [100, 108],
    uid: [108, 116],
    gid: [116, 124],
    size: [124, 136],
    mtime: [136, 148],
    checksum: [148, 156],
    linkName: [157, 257],
    magic: [257, 263],
    prefix: [345, 500],
};
/** @throws IngotError `unreadable` when the checksum or a number is wrong */
function tar_header_parseHeader(block, where) {
    checkSum(block, where);
    const number = (field) => readNumber(slice(block, field), `${field} of ${where}`);
    const name = tar_header_readText(slice(block, 'name'));
    // GNU's old magic is "ustar  ": there the prefix field holds times, not a path.
    const isUstar = slice(block, 'magic').toString('latin1') === 'ustar\0';
    const prefix = isUstar ? tar_header_readText(slice(block, 'prefix')) : '';
    return {
        name: prefix === '' ? name : `${prefix}/${name}`,
        linkName: tar_header_readText(slice(block, 'linkName')),
        flag: block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0),
        mode: number('mode'),
        uid: number('uid'),
        gid: number('gid'),
        size: number('size'),
        mtime: number('mtime'),
    };
}
/** Text up to the first NUL. */
function tar_header_readText(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function tar_header_isZeroBlock(block) {
    return block.every((byte) => byte === 0);
}
/** The sum of a header's bytes with the checksum field read as spaces; historic writers summed signed bytes. */
function headerSum(block) {
    let unsigned = 0;
    let signed = 0;
    for (let i = 0; i < tar_header_blockBytes; i++) {
        const byte = i >= fields.checksum[0] && i < fields.checksum[1] ? 0x20 : (block[i] ?? 0);
        unsigned += byte;
        signed += byte > 127 ? byte - 256 : byte;
    }
    return { unsigned, signed };
}
function checkSum(block, where) {
    const claimed = readNumber(slice(block, 'checksum'), `checksum of ${where}`);
    const { unsigned, signed } = headerSum(block);
    if (claimed === unsigned || claimed === signed)
        return;
    throw new IngotError('unreadable', `${where} is damaged: its header adds up to ${unsigned}, its checksum says ${claimed}`);
}
function slice(block, field) {
    const [start, end] = fields[field];
    return block.subarray(start, end);
}
/** Octal text, or GNU's base-256 when the top bit of the first byte is set. */
function readNumber(bytes, what) {
    const first = bytes[0] ?? 0;
    if ((first & 0x80) !== 0)
        return readBase256(bytes, first, what);
    const digits = tar_header_readText(bytes).trim();
    if (digits === '')
        return 0;
    if (!/^[0-7]+$/.test(digits)) {
        throw new IngotError('unreadable', `The ${what} is ${JSON.stringify(digits)}, not an octal number`);
    }
    return Number.parseInt(digits, 8);
}
function readBase256(bytes, first, what) {
    // The second bit is the sign. Only times may lie before 1970; nothing that we use does.
    if ((first & 0x40) !== 0) {
        if (what.startsWith('mtime'))
            return 0;
        throw new IngotError('unreadable', `The ${what} is negative`);
    }
    let value = first & 0x3f;
    for (const byte of bytes.subarray(1))
        value = value * 256 + byte;
    return value > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : value;
}

;// CONCATENATED MODULE: ./lib/image/tar-reader.js





const types = {
    '0': 'file',
    '7': 'file',
    '1': 'hardlink',
    '2': 'symlink',
    '5': 'directory',
};
/** Types whose size field says nothing about bytes that follow. */
const headerOnly = '123456';
/**
 * Reads ustar, pax and GNU tar as a stream, names as written. Memory is bounded by one chunk and one extended header.
 * The stream is read to its end, so that a hash taken upstream is complete when the last entry has been given.
 *
 * @throws IngotError `unreadable`, `size-exceeded`, `unsupported`; `cancelled` through the signal
 */
async function* tar_reader_readTar(chunks, options) {
    const reader = new ByteReader(chunks);
    try {
        const limits = options.limits ?? defaultLimits;
        for (let count = 1;; count++) {
            options.signal?.throwIfAborted();
            if (count > limits.entries)
                throw sizeExceeded(capital(options.from), `${count} entries`, limits.entries);
            const header = await nextHeader(reader, options.from, count, limits);
            if (header === undefined)
                break;
            const size = headerOnly.includes(header.flag) ? 0 : header.size;
            const body = new Body(reader, size, `${header.name} in ${options.from}`);
            yield toEntry(header, size, body);
            await body.finish();
        }
        await reader.drain();
    }
    finally {
        await reader.close();
    }
}
/** The next header with its extended headers applied; undefined at the end mark or the end of the stream. */
async function nextHeader(reader, from, count, limits) {
    const overrides = {};
    for (let extensions = 0; extensions < 8; extensions++) {
        const where = `Entry ${count} of ${from}`;
        const block = await reader.take(blockBytes, where);
        if (block === undefined || isZeroBlock(block))
            return undefined;
        const header = parseHeader(block, where);
        const extension = 'xgLK'.includes(header.flag);
        const size = extension ? header.size : (overrides.size ?? header.size);
        const limit = extension ? maximumExtensionBytes : limits.entryBytes;
        const name = overrides.name ?? header.name;
        if (size > limit && !headerOnly.includes(header.flag)) {
            throw sizeExceeded(`${JSON.stringify(name)} in ${from}`, `${formatClaim(size)} bytes`, limit);
        }
        if (header.flag === 'S')
            throw new IngotError('unsupported', `${where} is a sparse file (GNU), which layers do not hold`);
        if (!extension)
            return { ...header, ...overrides };
        const body = await readExtension(reader, size, where);
        applyExtension(header.flag, body, overrides, where);
    }
    throw new IngotError('unreadable', `Entry ${count} of ${from} has too many extended headers`);
}
function applyExtension(flag, body, overrides, where) {
    if (flag === 'x')
        Object.assign(overrides, parsePax(body, where));
    if (flag === 'L')
        overrides.name = readText(body);
    if (flag === 'K')
        overrides.linkName = readText(body);
    // A global header (g) is passed over, as container engines do: the image must look the same here and there.
}
async function readExtension(reader, size, where) {
    if (size === 0)
        return Buffer.alloc(0);
    const padded = await reader.take(size + tar_reader_padding(size), where);
    if (padded === undefined)
        throw new IngotError('unreadable', `${where} is cut short within its extended header`);
    return padded.subarray(0, size);
}
function toEntry(header, size, body) {
    // Writers older than ustar mark a directory by the slash at its end alone.
    const isOldDirectory = header.flag === '0' && header.name.endsWith('/');
    const type = isOldDirectory ? 'directory' : (types[header.flag] ?? 'other');
    const isLink = type === 'symlink' || type === 'hardlink';
    return {
        path: header.name,
        type,
        mode: header.mode & 0o7777,
        uid: header.uid,
        gid: header.gid,
        size,
        mtime: header.mtime,
        ...(isLink && { linkTarget: header.linkName }),
        content: () => body.read(),
    };
}
/** One entry's content and the padding behind it. */
class Body {
    reader;
    where;
    #remaining;
    #padding;
    constructor(reader, size, where) {
        this.reader = reader;
        this.where = where;
        this.#remaining = size;
        this.#padding = tar_reader_padding(size);
    }
    async *read() {
        while (this.#remaining > 0) {
            const part = await this.reader.some(this.#remaining);
            if (part === undefined)
                throw this.#cutShort();
            this.#remaining -= part.length;
            yield part;
        }
    }
    async finish() {
        while (this.#remaining > 0) {
            const part = await this.reader.some(this.#remaining);
            if (part === undefined)
                throw this.#cutShort();
            this.#remaining -= part.length;
        }
        // Some writers (umoci insert) leave out the last padding with the end mark; every byte of content was there.
        for (let rest = this.#padding; rest > 0;) {
            const part = await this.reader.some(rest);
            if (part === undefined)
                return;
            rest -= part.length;
        }
    }
    #cutShort() {
        return new IngotError('unreadable', `${this.where} is cut short: ${this.#remaining} bytes are missing`);
    }
}
function tar_reader_padding(size) {
    return (blockBytes - (size % blockBytes)) % blockBytes;
}
function formatClaim(size) {
    return Number.isFinite(size) ? String(size) : 'more than 2^53';
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/image/layer.js








const compressions = {
    [media_types/* mediaTypes */.Ib.layerTar]: 'none',
    'application/vnd.docker.image.rootfs.diff.tar': 'none',
    [media_types/* mediaTypes */.Ib.layerGzip]: 'gzip',
    [media_types/* mediaTypes */.Ib.dockerLayer]: 'gzip',
    [media_types/* mediaTypes */.Ib.layerZstd]: 'zstd',
};
/**
 * The entries of layer `position`, in order, whiteouts included. The store checks the layer's digest, this its diff-id:
 * both have spoken only when the iteration ends without an error, so act on nothing before that.
 *
 * @throws IngotError `digest-mismatch`, `unreadable`, `size-exceeded`, `unsafe-layer`, `unsupported`, `cancelled`
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
async function* layer_openLayer(image, position, options = {}) {
    const descriptor = image.manifest.layers[position];
    const diffId = image.config.rootfs.diff_ids[position];
    if (descriptor === undefined || diffId === undefined) {
        throw new IngotError('internal', `${image.store.repository}@${image.digest} has no layer ${position}`);
    }
    const from = `layer ${descriptor.digest}`;
    const limits = options.limits ?? defaultLimits;
    if (descriptor.size > limits.layerBytes) {
        throw sizeExceeded(`The descriptor of ${from}`, `${descriptor.size} bytes`, limits.layerBytes);
    }
    const hash = createHash('sha256');
    const bytes = counted(decompressed(image, descriptor, options.signal), hash, from, limits);
    try {
        for await (const entry of readTar(bytes, { from, limits, signal: options.signal })) {
            const parts = splitEntryPath(entry.path, from);
            if (parts.length > 0)
                yield { ...entry, path: parts.join('/') };
        }
    }
    catch (error) {
        await explainDamage(error, image, descriptor, options.signal);
        throw error;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (found !== diffId) {
        throw new IngotError('digest-mismatch', `The content of ${from} is ${found}, its image config says ${diffId}`, {
            advice: `Do not use ${image.store.repository}@${image.digest}: it was altered or badly built. Bake it again`,
        });
    }
}
/** What looks damaged may have been altered in the store: then the digest is the better answer. */
async function explainDamage(error, image, descriptor, signal) {
    if (!(error instanceof IngotError) || error.reason !== 'unreadable')
        return;
    for await (const _ of image.store.readBlob(descriptor, callOptions(signal)))
        ;
}
/** Bounds what a small blob may expand to, and takes the diff-id on the way. */
async function* counted(chunks, hash, from, limits) {
    let total = 0;
    for await (const chunk of chunks) {
        total += chunk.length;
        if (total > limits.layerBytes)
            throw sizeExceeded(`Uncompressed, ${from}`, `${total} bytes or more`, limits.layerBytes);
        hash.update(chunk);
        yield chunk;
    }
}
async function* decompressed(image, descriptor, signal) {
    const blob = image.store.readBlob(descriptor, callOptions(signal));
    const compression = compressions[descriptor.mediaType];
    if (compression === undefined) {
        throw new IngotError('unsupported', `Layer ${descriptor.digest} is of type ${descriptor.mediaType}, which is not read here`, {
            advice: 'Build the image with tar, tar+gzip or tar+zstd layers',
        });
    }
    if (compression === 'none')
        return yield* blob;
    const decoder = compression === 'gzip' ? zlib.createGunzip({ chunkSize: 128 * 1024 }) : zstdDecoder(descriptor);
    // The callback only keeps a late error from going unhandled: the loop below sees it first.
    pipeline(Readable.from(blob, { objectMode: false }), decoder, () => undefined);
    try {
        for await (const chunk of decoder)
            yield chunk;
    }
    catch (error) {
        if (!isDecoderError(error))
            throw error;
        throw new IngotError('unreadable', `Cannot decompress layer ${descriptor.digest}: ${error.message}`, {
            advice: 'The layer is damaged: bake the image again',
            cause: error,
        });
    }
}
function zstdDecoder(descriptor) {
    const create = zlib.createZstdDecompress;
    if (create !== undefined)
        return create();
    throw new IngotError('unsupported', `Layer ${descriptor.digest} is compressed with zstd, which this Node cannot read`, {
        advice: 'Run on Node 22.15 or newer, or build the image with gzip layers',
    });
}
/** By code and not by class: the error is made in native code, whose classes need not be ours. */
function isDecoderError(error) {
    return /^(Z_|ZSTD_|ERR_ZSTD)/.test(String(error?.code));
}
function callOptions(signal) {
    return signal === undefined ? {} : { signal };
}

;// CONCATENATED MODULE: ./lib/image/tar-writer.js


const flags = { file: '0', directory: '5', symlink: '2', hardlink: '1' };
const largestOctal = 0o77777777777; // 8 GiB - 1: what eleven octal digits hold
const largestOwner = 0o7777777; // what seven octal digits hold
const checksumAt = 148;
const zero = 0x30; // '0'
/**
 * The header blocks of one member, without owner names: plain ustar, with a pax header before it only where a name, a
 * link or a number does not fit.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06
 */
function tar_writer_tarHeader(member) {
    const main = Buffer.allocUnsafe(blockBytes);
    if (tar_writer_putTarHeader(member, main, 0))
        return main;
    const path = nameOf(member);
    const { linkTarget = '', size, uid = 0, gid = 0, mode, mtime } = member;
    const slash = prefixLength(path);
    const records = [];
    if (slash === undefined)
        records.push(['path', path]);
    if (!fits(linkTarget, 100))
        records.push(['linkpath', linkTarget]);
    if (size > largestOctal)
        records.push(['size', String(size)]);
    if (uid > largestOwner)
        records.push(['uid', String(uid)]);
    if (gid > largestOwner)
        records.push(['gid', String(gid)]);
    const link = fits(linkTarget, 100) ? linkTarget : '';
    const name = slash === undefined ? cut(path) : path;
    const fitting = (value, largest) => (value > largest ? 0 : value);
    const numbers = { mode, mtime, uid: fitting(uid, largestOwner), gid: fitting(gid, largestOwner) };
    putBlock(main, 0, flags[member.type], name, slash ?? 0, link, { ...numbers, size: fitting(size, largestOctal) });
    return Buffer.concat([paxHeader(records, mtime), main]);
}
/**
 * Writes a member's header into 512 bytes of a larger buffer: the quick way for the many that are plain ustar.
 *
 * @returns false, with nothing written, when the member needs a pax header
 */
function tar_writer_putTarHeader(member, into, at) {
    const { linkTarget: link = '', size, uid = 0, gid = 0 } = member;
    if (size > largestOctal || uid > largestOwner || gid > largestOwner || !fits(link, 100))
        return false;
    const path = nameOf(member);
    const slash = prefixLength(path);
    if (slash === undefined)
        return false;
    putBlock(into, at, flags[member.type], path, slash, link, member);
    return true;
}
/** The zeros that fill a member's last block. */
function tar_writer_tarPadding(size) {
    return Buffer.alloc(padding(size));
}
/** Two zero blocks: the end of an archive. */
function tar_writer_tarEnd() {
    return Buffer.alloc(2 * blockBytes);
}
function nameOf({ type, path }) {
    return type === 'directory' ? `${path}/` : path;
}
function paxHeader(records, mtime) {
    const body = Buffer.concat(records.map(([key, value]) => paxRecord(key, value)));
    const header = Buffer.allocUnsafe(blockBytes);
    putBlock(header, 0, 'x', 'pax', 0, '', { mode: 0o644, size: body.length, mtime });
    return Buffer.concat([header, body, tar_writer_tarPadding(body.length)]);
}
/** A record's length counts its own digits. */
function paxRecord(key, value) {
    const rest = Buffer.from(` ${key}=${value}\n`);
    let length = rest.length + String(rest.length).length;
    if (String(length).length + rest.length !== length)
        length = rest.length + String(length).length;
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
/** What every block has in common: the magic, and no device. */
const blank = Buffer.alloc(tar_header_blockBytes);
const blankSum = putText(blank, 257, 'ustar\x0000', 0, 8) + putOctal(blank, 329, 7, 0) + putOctal(blank, 337, 7, 0);
/**
 * The checksum is the sum of all bytes, its own field read as eight spaces: added up while they are written. Plain arguments,
 * because this runs once a file.
 *
 * @param slash where the path is split into prefix and name; 0 for a name alone
 */
function putBlock(bytes, at, flag, path, slash, link, { mode, uid = 0, gid = 0, size, mtime }) {
    bytes.set(blank, at);
    let sum = blankSum + 8 * 0x20;
    sum += putText(bytes, at, path, slash === 0 ? 0 : slash + 1, path.length);
    sum += putOctal(bytes, at + 100, 7, mode);
    sum += putOctal(bytes, at + 108, 7, uid);
    sum += putOctal(bytes, at + 116, 7, gid);
    sum += putOctal(bytes, at + 124, 11, size);
    sum += putOctal(bytes, at + 136, 11, Math.min(Math.max(mtime, 0), largestOctal));
    sum += putText(bytes, at + 156, flag, 0, 1);
    sum += putText(bytes, at + 157, link, 0, link.length);
    sum += putText(bytes, at + 345, path, 0, slash);
    putOctal(bytes, at + checksumAt, 6, sum);
    bytes[at + checksumAt + 7] = 0x20;
}
/** ASCII alone. Faster than a call out of JavaScript for texts as short as these. */
function putText(bytes, at, text, start, end) {
    let sum = 0;
    for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        bytes[at + i - start] = code;
        sum += code;
    }
    return sum;
}
/**
 * Digits with leading zeros; the byte after them is the zero that ends the field. Small integers alone: with fractions in
 * between, each digit would leave a number on the heap.
 */
function putOctal(bytes, at, digits, value) {
    let rest = (value % 2 ** 30) | 0; // ten digits
    let sum = 0;
    for (let i = digits - 1; i >= 0; i--) {
        if (i === digits - 11)
            rest = Math.floor(value / 2 ** 30);
        const code = zero + (rest & 7);
        bytes[at + i] = code;
        sum += code;
        rest >>= 3;
    }
    return sum;
}
/**
 * ustar holds 155 bytes, a slash and 100 bytes; names beyond ASCII go to pax, where they are UTF-8 for every reader.
 *
 * @returns 0 when the name needs no prefix, undefined when it does not fit
 */
function prefixLength(path) {
    if (!isAscii(path))
        return undefined;
    if (path.length <= 100)
        return 0;
    const slash = path.indexOf('/', path.length - 101);
    return slash <= 0 || slash > 155 || slash === path.length - 1 ? undefined : slash;
}
function fits(text, length) {
    return text === '' || (text.length <= length && isAscii(text));
}
function isAscii(text) {
    for (let i = 0; i < text.length; i++)
        if (text.charCodeAt(i) > 127)
            return false;
    return true;
}
function cut(path) {
    return Buffer.from(path)
        .subarray(0, 100)
        .toString('latin1')
        .replace(/[^\x20-\x7e]/g, '_');
}

;// CONCATENATED MODULE: ./lib/oci/vm-image.js
/** The `artifactType` of a VM image: an image manifest of one platform whose layers are disks, or the ids of images in a cloud. */
const vm_image_vmImageType = 'application/vnd.dev.ingot.vm-image.v1';
/** The layer that lists images in clouds: a JSON array of `{provider, region, id}`. */
const vm_image_cloudImagesType = 'application/vnd.dev.ingot.cloud-images.v1+json';
/** Whatever else a builder made beside the disks: firmware variables, a checksum, a machine's definition. */
const vm_image_attachmentType = 'application/octet-stream';
const diskFormats = (/* unused pure expression or super */ null && (['qcow2', 'raw', 'vmdk', 'vdi', 'vhd', 'vhdx', 'ova']));
const vm_image_vmAnnotations = {
    /** Of the disk, or of the only disk of a manifest. */
    diskDigest: 'dev.ingot.disk.digest',
    diskFormat: 'dev.ingot.disk.format',
    /** Bytes of the file. */
    diskSize: 'dev.ingot.disk.size',
    /** Bytes that a machine sees. */
    diskVirtualSize: 'dev.ingot.disk.virtual-size',
    /** `bios` or `uefi`, where it is known. */
    firmware: 'dev.ingot.vm.firmware',
};
/** The media type of a disk, stored as it is: whoever pulls the layer has the disk. */
function vm_image_diskType(format) {
    return `application/vnd.dev.ingot.disk.${format}.v1`;
}
/** The format of a layer that is a disk. */
function vm_image_diskFormatOf(mediaType) {
    return diskFormats.find((format) => vm_image_diskType(format) === mediaType);
}
function vm_image_isVmManifest(manifest) {
    return manifest.artifactType === vm_image_vmImageType;
}
/** Whether a layer is none of files: a disk, and what lies beside it. Only in a VM image, and only of these types: a layer that is passed over is a layer that nobody scans. */
function vm_image_isOpaqueLayer(manifest, { mediaType }) {
    if (!vm_image_isVmManifest(manifest))
        return false;
    return vm_image_diskFormatOf(mediaType) !== undefined || mediaType === vm_image_cloudImagesType || mediaType === vm_image_attachmentType;
}

;// CONCATENATED MODULE: ./lib/image/overlay.js


const whiteoutPrefix = '.wh.';
const opaqueMarker = '.wh..wh..opq';
/**
 * The image's file tree in memory, built layer by layer. Every path is resolved here, in this tree, and never by an
 * operating system: so a link can lead nowhere but into the image.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#representing-changes
 */
class overlay_Overlay {
    root = { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0, children: new Map() };
    /** @throws IngotError `unsafe-layer` naming `from` and the entry */
    apply(entry, layer, from) {
        const parts = splitEntryPath(entry.path, from);
        const name = parts.pop();
        const implied = [];
        const place = this.#enter(parts, layer, entry, from, implied);
        if (name === opaqueMarker)
            return this.#hideLower(place, layer, implied);
        if (name.startsWith(whiteoutPrefix))
            return this.#whiteOut(place, name, layer, implied, entry, from);
        const path = [...place.path, name].join('/');
        // Links may lead deeper than what is written.
        if (path.length > maximumPathBytes)
            throw unsafe(entry.path, from, 'its real path is longer than 4096 bytes');
        const inode = this.#inodeOf(entry, layer, from);
        const removed = [];
        const existing = place.directory.children?.get(name);
        if (existing?.type === 'directory' && inode.type === 'directory') {
            inode.children = existing.children ?? new Map();
        }
        else if (existing !== undefined) {
            collect(existing, path, removed);
        }
        const linkedTo = entry.type === 'hardlink' ? this.#target(entry, from).path : undefined;
        if (linkedTo === path)
            return { kind: 'none', path, implied, removed: [] };
        place.directory.children?.set(name, inode);
        return { kind: 'put', path, inode, implied, removed, ...(linkedTo !== undefined && { linkedTo }) };
    }
    #inodeOf(entry, layer, from) {
        const { mode, uid, gid, size } = entry;
        if (entry.type === 'hardlink') {
            const { inode } = this.#target(entry, from);
            return { ...inode, layer, sameAs: inode.sameAs ?? inode };
        }
        const target = entry.linkTarget ?? '';
        if (entry.type === 'symlink' && (target === '' || target.includes('\0') || target.length > maximumPathBytes)) {
            throw unsafe(entry.path, from, 'it is a symbolic link without a usable target');
        }
        const linkTarget = entry.type === 'symlink' ? { linkTarget: target } : {};
        const children = entry.type === 'directory' ? { children: new Map() } : {};
        return { type: entry.type, mode, uid, gid, size, layer, ...linkTarget, ...children };
    }
    /** The inode that a hard link means: it must be in the image, and not a directory. */
    #target(entry, from) {
        const refuse = (why) => unsafe(entry.path, from, `it is a hard link to ${JSON.stringify(entry.linkTarget)}, ${why}`);
        const written = entry.linkTarget ?? '';
        if (written.startsWith('/') || written.split('/').includes('..'))
            throw refuse('which leads out of the image');
        const parts = splitEntryPath(written, from, 'hard link target');
        const name = parts.pop();
        const place = this.#walk(parts, Number.POSITIVE_INFINITY, refuse, () => undefined);
        const inode = name === undefined ? undefined : place?.directory.children?.get(name);
        if (place === undefined || inode === undefined)
            throw refuse('which is not in the image');
        if (inode.type === 'directory')
            throw refuse('which is a directory');
        return { inode, path: [...place.path, name].join('/') };
    }
    /** The real directory that an entry is to be put into, made where it is missing. */
    #enter(parts, layer, entry, from, implied) {
        const refuse = (why) => unsafe(entry.path, from, why);
        const create = (path) => {
            implied.push(path);
            return { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer, children: new Map() };
        };
        return this.#walk(parts, layer, refuse, create);
    }
    #walk(parts, layer, refuse, create) {
        const todo = [...parts];
        let links = 0;
        let trail = [];
        while (todo.length > 0) {
            const name = todo.shift();
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                if (trail.length === 0)
                    throw refuse('a symbolic link on its way leads out of the image');
                trail.pop();
                continue;
            }
            const directory = trail.at(-1)?.inode ?? this.root;
            const path = () => [...trail.map((step) => step.name), name].join('/');
            let inode = directory.children?.get(name);
            if (inode === undefined) {
                inode = create(path());
                if (inode === undefined)
                    return undefined;
                directory.children?.set(name, inode);
            }
            if (inode.type === 'symlink') {
                if (++links > maximumLinks)
                    throw refuse('the symbolic links on its way form a loop');
                const target = inode.linkTarget ?? '';
                if (target.startsWith('/')) {
                    this.#checkAbsolute(inode, path(), layer, refuse);
                    trail = [];
                }
                todo.unshift(...target.split('/'));
                continue;
            }
            if (inode.type !== 'directory')
                throw refuse(`${JSON.stringify(path())} on its way is not a directory`);
            trail.push({ name, inode });
        }
        return { directory: trail.at(-1)?.inode ?? this.root, path: trail.map((step) => step.name) };
    }
    /**
     * An absolute link means a place within the image. A layer may rely on one of a layer below that leads to an existing
     * directory (Debian's var/run); one that brings its own, or one to nowhere, aims at somebody else's disk.
     */
    #checkAbsolute(link, path, layer, refuse) {
        const target = link.linkTarget ?? '';
        const found = link.layer < layer ? this.find(target) : undefined;
        if (found?.inode.type === 'directory')
            return;
        throw refuse(`${JSON.stringify(path)} on its way is a symbolic link to the absolute path ${JSON.stringify(target)}`);
    }
    /** Where a path leads, links followed within the image as chroot would; undefined when nowhere. */
    find(path) {
        return follow(path, {
            root: this.root,
            child: (directory, name) => directory.children?.get(name),
        });
    }
    #hideLower(place, layer, implied) {
        const removed = [];
        removeLower(place.directory, place.path.join('/'), layer, removed);
        return { kind: 'none', path: place.path.join('/'), implied, removed };
    }
    #whiteOut(place, marker, layer, implied, entry, from) {
        const name = marker.slice(whiteoutPrefix.length);
        if (name === '' || name === '.' || name === '..')
            throw unsafe(entry.path, from, 'the whiteout names nothing');
        const path = [...place.path, name].join('/');
        const removed = [];
        const inode = place.directory.children?.get(name);
        if (inode !== undefined) {
            if (inode.type === 'directory')
                removeLower(inode, path, layer, removed);
            // What this very layer has put there stays: a whiteout speaks of the layers below.
            if (inode.layer < layer && (inode.children === undefined || inode.children.size === 0)) {
                removed.push({ path, type: inode.type });
                place.directory.children?.delete(name);
            }
        }
        return { kind: 'none', path, implied, removed };
    }
}
function collect(inode, path, removed) {
    for (const [name, child] of inode.children ?? [])
        collect(child, `${path}/${name}`, removed);
    removed.push({ path, type: inode.type });
}
/** Takes away all that lies below `directory` and came from a lower layer. */
function removeLower(directory, path, layer, removed) {
    for (const [name, child] of directory.children ?? []) {
        const childPath = path === '' ? name : `${path}/${name}`;
        removeLower(child, childPath, layer, removed);
        if (child.layer >= layer || (child.children !== undefined && child.children.size > 0))
            continue;
        removed.push({ path: childPath, type: child.type });
        directory.children?.delete(name);
    }
}

;// CONCATENATED MODULE: ./lib/image/tree.js





const defaultFileBytes = (/* unused pure expression or super */ null && (64 * 1024 ** 2)); // 64 MiB
const maximumKeptBytes = (/* unused pure expression or super */ null && (1024 ** 3)); // 1 GiB of kept content in all
/**
 * The merged file tree of all layers, whiteouts and opaque directories honoured, in one pass over the bytes (a second
 * one over a single layer when a wanted file is a hard link to one that was not). Of a VM image it is the inventory.
 *
 * @throws IngotError as `openLayer`; `size-exceeded` when wanted files are too large
 */
async function readTree(image, options = {}) {
    const overlay = new Overlay();
    const keeper = new Keeper(options.maximumFileBytes ?? defaultFileBytes);
    for (const [layer, descriptor] of image.manifest.layers.entries()) {
        if (isOpaqueLayer(image.manifest, descriptor))
            continue;
        const from = `layer ${descriptor.digest}`;
        let ordinal = 0;
        for await (const entry of openLayer(image, layer, options)) {
            const { inode, path } = overlay.apply(entry, layer, from);
            if (inode !== undefined && entry.type === 'file') {
                inode.ordinal = ordinal;
                if (options.keep?.(path))
                    inode.content = await keeper.read(entry, from);
            }
            ordinal++;
        }
    }
    await readLinked(image, overlay.root, options, keeper);
    return flatten(overlay.root, options);
}
/**
 * What a path of the image means, symbolic links followed inside the image only.
 *
 * @param path with or without a slash at the front
 */
function resolvePath(tree, path) {
    const root = { path: '', type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0 };
    return follow(path, { root, child: (_, __, at) => tree.get(at) })?.inode;
}
/** Each path of the merged image, parents first, names in order. */
function* tree_walk(directory, prefix = '') {
    const names = [...(directory.children ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, inode] of names) {
        yield [`${prefix}${name}`, inode];
        yield* tree_walk(inode, `${prefix}${name}/`);
    }
}
function flatten(root, options) {
    const tree = new Map();
    for (const [path, inode] of tree_walk(root)) {
        const { type, mode, uid, gid, size, layer, linkTarget } = inode;
        const content = options.keep?.(path) ? (inode.sameAs ?? inode).content : undefined;
        const extras = { ...(linkTarget !== undefined && { linkTarget }), ...(content && { content }) };
        tree.set(path, { path, type, mode, uid, gid, size, layer, ...extras });
    }
    return tree;
}
/** Fetches the content of wanted hard links whose first name was not wanted: it was skipped when it passed by. */
async function readLinked(image, root, options, keeper) {
    const missing = new Map();
    for (const [path, { type, sameAs }] of tree_walk(root)) {
        if (type !== 'file' || sameAs?.ordinal === undefined || sameAs.content || !options.keep?.(path))
            continue;
        const ofLayer = missing.get(sameAs.layer) ?? new Map();
        missing.set(sameAs.layer, ofLayer.set(sameAs.ordinal, sameAs));
    }
    for (const [layer, inodes] of missing) {
        let ordinal = 0;
        for await (const entry of openLayer(image, layer, options)) {
            const inode = inodes.get(ordinal++);
            if (inode !== undefined)
                inode.content = await keeper.read(entry, `layer ${image.manifest.layers[layer]?.digest}`);
        }
    }
}
/** Reads wanted files, within bounds. */
class Keeper {
    maximumFileBytes;
    #kept = 0;
    constructor(maximumFileBytes) {
        this.maximumFileBytes = maximumFileBytes;
    }
    async read(entry, from) {
        const what = `${JSON.stringify(entry.path)} in ${from}`;
        if (entry.size > this.maximumFileBytes)
            throw sizeExceeded(what, `${entry.size} bytes`, this.maximumFileBytes);
        this.#kept += entry.size;
        if (this.#kept > maximumKeptBytes)
            throw sizeExceeded(`With ${what} what is to be read`, this.#kept, maximumKeptBytes);
        const parts = [];
        for await (const part of entry.content())
            parts.push(part);
        return Buffer.concat(parts);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/image/unpack.js







/**
 * Writes the merged file tree of an image to `directory`, which must not exist or be empty. It appears complete or not
 * at all: the work is done in a temporary sibling that is renamed at the end and removed on any failure.
 *
 * Owners are not set and setuid bits are dropped, since what is unpacked belongs to whoever runs it; devices are skipped.
 * Every path is resolved in memory first, so no link of the image is ever followed on disk.
 *
 * @throws IngotError as `openLayer`; `invalid-input` when `directory` holds something; `unsupported` for a VM image
 */
async function unpackImage(image, directory, options = {}) {
    const target = resolve(directory);
    refuseOccupied(target);
    refuseVm(image);
    fs.mkdirSync(dirname(target), { recursive: true });
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
    fs.mkdirSync(temporary, { mode: 0o755 });
    try {
        await unpackLayers(image, temporary, options);
        options.signal?.throwIfAborted();
        fs.renameSync(temporary, target);
    }
    catch (error) {
        fs.rmSync(temporary, { recursive: true, force: true });
        throw error;
    }
}
function refuseOccupied(target) {
    const isOccupied = fs.existsSync(target) && (!fs.statSync(target).isDirectory() || fs.readdirSync(target).length > 0);
    if (!isOccupied)
        return;
    throw new IngotError('invalid-input', `Cannot unpack an image to ${target}: it is not empty`, {
        advice: 'Name a directory that does not exist yet',
    });
}
function refuseVm({ manifest, store, manifestDigest }) {
    if (!isVmManifest(manifest))
        return;
    throw new IngotError('unsupported', `${store.repository}@${manifestDigest} is a VM image: it has no files to unpack`, {
        advice: 'Its disks come out with oras pull, or with any client that pulls layers by their title',
    });
}
async function unpackLayers(image, root, options) {
    const overlay = new Overlay();
    for (const [layer, descriptor] of image.manifest.layers.entries()) {
        for await (const entry of openLayer(image, layer, options)) {
            const change = overlay.apply(entry, layer, `layer ${descriptor.digest}`);
            await carryOut(change, entry, root);
        }
    }
}
/** Synchronous calls: for the many small files of an image they take a quarter of the time of promises. */
async function carryOut(change, entry, root) {
    for (const { path, type } of change.removed) {
        if (type === 'directory')
            fs.rmdirSync(join(root, path));
        else
            fs.rmSync(join(root, path), { force: true });
    }
    for (const path of change.implied)
        fs.mkdirSync(join(root, path), { mode: 0o755 });
    const { inode } = change;
    if (inode === undefined)
        return;
    const path = join(root, change.path);
    // Whoever unpacks must be able to read it, and to remove it again.
    if (change.linkedTo !== undefined)
        linkOnDisk(join(root, change.linkedTo), path);
    else if (inode.type === 'directory')
        makeDirectory(path, (inode.mode & 0o777) | 0o700);
    else if (inode.type === 'symlink')
        fs.symlinkSync(inode.linkTarget ?? '', path);
    else if (inode.type === 'file')
        await writeFile(path, (inode.mode & 0o777) | 0o600, entry);
}
function linkOnDisk(existing, path) {
    // The target of the link may be a device, which was skipped.
    if (fs.lstatSync(existing, { throwIfNoEntry: false }) !== undefined)
        fs.linkSync(existing, path);
}
function makeDirectory(path, mode) {
    if (!fs.existsSync(path))
        fs.mkdirSync(path);
    fs.chmodSync(path, mode);
}
async function writeFile(path, mode, entry) {
    // `wx` neither follows a link nor overwrites: the tree in memory and the disk must agree.
    const file = fs.openSync(path, 'wx', mode);
    try {
        for await (const part of entry.content()) {
            for (let written = 0; written < part.length;)
                written += fs.writeSync(file, part, written);
        }
        fs.fchmodSync(file, mode);
    }
    finally {
        fs.closeSync(file);
    }
}

;// CONCATENATED MODULE: ./lib/image/index.js











;// CONCATENATED MODULE: ./lib/bake/attestation.js
/**
 * How BuildKit hangs an attestation beside an image in an index: a manifest of no platform that names the image's digest.
 *
 * @see https://github.com/moby/buildkit/blob/v0.13.2/docs/attestations/attestation-storage.md
 */
const keys = { type: 'vnd.docker.reference.type', digest: 'vnd.docker.reference.digest' };
/** The digest of the image that a descriptor of an index attests to; undefined when it is no attestation. */
function attestedBy({ annotations }) {
    return annotations?.[keys.type] === 'attestation-manifest' ? (annotations[keys.digest] ?? '') : undefined;
}
/** A descriptor of an attestation manifest, pointing at the image that it is about. */
function attestationOf(image, { mediaType, digest, size }) {
    const annotations = { [keys.digest]: image, [keys.type]: 'attestation-manifest' };
    return { mediaType, digest, size, annotations, platform: { architecture: 'unknown', os: 'unknown' } };
}

;// CONCATENATED MODULE: ./lib/bake/check-join.js



/**
 * Whether these images may be joined: there is one, each platform is there once, and the rules hold.
 *
 * @throws IngotError `invalid-input`
 */
function checkJoin(images, { expected = [], revision }) {
    if (images.length === 0) {
        throw new errors/* IngotError */.se('invalid-input', 'There is nothing to join', { advice: 'Name the digest of each platform' });
    }
    checkPlatforms(images);
    if (expected.length > 0)
        checkExpected(images, expected);
    if (revision !== undefined)
        checkRevision(images, revision);
}
function checkPlatforms(images) {
    for (const [i, image] of images.entries()) {
        const other = images.slice(0, i).find((before) => platform_samePlatform(before.config, image.config));
        if (other === undefined)
            continue;
        const both = `${other.manifestDigest} and ${image.manifestDigest} in ${image.store.repository}`;
        throw new errors/* IngotError */.se('invalid-input', `Two images for ${(0,oci_manifest/* formatPlatform */.Bq)(image.config)} cannot be one: ${both}`, {
            advice: 'Bake every platform once: check the platforms that each runner was given',
        });
    }
}
function checkExpected(images, expected) {
    const wanted = expected.map((text) => ({ text, platform: platform_parsePlatform(text) }));
    const missing = wanted.filter(({ platform }) => !images.some((image) => platform_samePlatform(image.config, platform)));
    const extra = images.filter((image) => !wanted.some(({ platform }) => platform_samePlatform(image.config, platform)));
    if (missing.length === 0 && extra.length === 0)
        return;
    const said = [
        ...missing.map(({ text }) => `there is no image for ${text}`),
        ...extra.map((image) => `nobody asked for ${(0,oci_manifest/* formatPlatform */.Bq)(image.config)}`),
    ];
    throw new errors/* IngotError */.se('invalid-input', `These images cannot be joined: ${said.join('; ')}`, {
        advice: 'Bake every platform once, in the same run: bake again',
    });
}
/** What a runner hands on is a digest, and a digest of another build must not slip in among them. */
function checkRevision(images, revision) {
    for (const image of images) {
        const label = image.config.config?.Labels?.[media_types.annotationKeys.revision];
        const named = image.manifest.annotations?.[media_types.annotationKeys.revision] ?? label;
        if (named === revision)
            continue;
        const what = `${image.store.repository}@${image.manifestDigest}`;
        throw new errors/* IngotError */.se('invalid-input', `${what} says that it is of commit ${named ?? '(none)'}, not ${revision}`, {
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
function describePlatform({ manifest, manifestDigest, config }, baseLayers = 0) {
    const steps = (config.history ?? []).filter(({ empty_layer: isEmpty }) => isEmpty !== true);
    // A history that does not fit the layers says nothing about any of them.
    const fits = steps.length === manifest.layers.length;
    const annotations = manifest.annotations ?? {};
    const baseDigest = annotations[media_types.annotationKeys.baseDigest];
    return {
        platform: (0,oci_manifest/* formatPlatform */.Bq)(config),
        digest: manifestDigest,
        baseName: annotations[media_types.annotationKeys.baseName],
        baseDigest: baseDigest === undefined ? undefined : (0,oci_digest/* parseDigest */.m)(baseDigest),
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

;// CONCATENATED MODULE: ./lib/bake/settings.js


/** The base's settings with the bake's over them, and the label that allows a rebase unless the bake says otherwise. */
function settings_applySettings(base, settings) {
    const { entrypoint, cmd, user, workdir, stopSignal, healthcheck } = settings;
    const inherited = Object.fromEntries(Object.entries(base).filter(([, value]) => value !== null));
    if (entrypoint !== undefined)
        delete inherited.Cmd;
    const env = mergeEnv(base.Env ?? [], settings.env);
    const ports = { ...base.ExposedPorts, ...Object.fromEntries(settings.expose.map((port) => [parsePort(port), {}])) };
    const volumes = Object.fromEntries((settings.volumes ?? []).map((path) => [parseVolume(path), {}]));
    return {
        ...inherited,
        ...(entrypoint !== undefined && { Entrypoint: [...entrypoint] }),
        ...(cmd !== undefined && { Cmd: [...cmd] }),
        ...(user !== undefined && { User: parseUser(user) }),
        ...(workdir !== undefined && { WorkingDir: workdir }),
        ...(env.length > 0 && { Env: env }),
        ...(Object.keys(ports).length > 0 && { ExposedPorts: settings_sorted(ports) }),
        ...(Object.keys(volumes).length > 0 && { Volumes: settings_sorted({ ...volumesOf(base), ...volumes }) }),
        ...(stopSignal !== undefined && { StopSignal: parseSignal(stopSignal) }),
        ...(healthcheck !== undefined && { Healthcheck: dockerHealthcheck(healthcheck) }),
        Labels: settings_sorted({ ...base.Labels, [rebasableLabels[0]]: 'true', ...settings.labels }),
    };
}
/** Names of the settings that a bake changes, for the image's history; never their values. */
function settings_namesOf(settings) {
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
    throw new IngotError('invalid-input', `The ${what} ${JSON.stringify(text)} is not a JSON array of strings`, {
        advice: `Write it as in '["node", "/app/server.js"]'`,
    });
}
function settings_sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function settings_splitEnv(entry) {
    const equals = entry.indexOf('=');
    return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
function mergeEnv(base, own) {
    const merged = new Map([...base.map(settings_splitEnv), ...Object.entries(own)]);
    return [...merged].map(([key, value]) => `${key}=${value}`);
}
function parsePort(text) {
    const match = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(text);
    const port = Number(match?.[1]);
    if (match !== null && port >= 1 && port <= 65_535)
        return `${port}/${match[2] ?? 'tcp'}`;
    throw new IngotError('invalid-input', `Cannot expose ${JSON.stringify(text)}: write a port, e.g. 8080 or 53/udp`);
}
/** OCI has no health check: this is Docker's field, which Docker and Podman read from OCI images as well. */
function dockerHealthcheck(check) {
    const nanoseconds = (milliseconds) => milliseconds && milliseconds * 1_000_000;
    const fields = {
        Test: [...check.test],
        Interval: nanoseconds(check.intervalMilliseconds),
        Timeout: nanoseconds(check.timeoutMilliseconds),
        StartPeriod: nanoseconds(check.startPeriodMilliseconds),
        StartInterval: nanoseconds(check.startIntervalMilliseconds),
        Retries: check.retries,
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
function volumesOf({ Volumes }) {
    return typeof Volumes === 'object' && Volumes !== null ? { ...Volumes } : {};
}
function parseVolume(path) {
    if (path.startsWith('/') && !path.split('/').includes('..'))
        return path;
    throw new IngotError('invalid-input', `The volume ${JSON.stringify(path)} is not an absolute path in the image`);
}
function parseSignal(text) {
    if (/^(SIG[A-Z][A-Z0-9+-]{1,12}|[1-9]\d?)$/.test(text))
        return text;
    throw new IngotError('invalid-input', `The stop signal ${JSON.stringify(text)} is none`, {
        advice: 'Write a name such as SIGTERM or SIGRTMIN+3, or a number',
    });
}
function parseUser(text) {
    if (/^[^:\s/]+(:[^:\s/]+)?$/.test(text))
        return text;
    throw new IngotError('invalid-input', `The user ${JSON.stringify(text)} is not a name or uid[:gid]`);
}

;// CONCATENATED MODULE: ./lib/bake/unchanged.js

/** What says when and from which commit an image was built: it differs in every build of the very same content. */
const volatileKeys = [media_types.annotationKeys.revision, media_types.annotationKeys.created];
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
    const images = distinct.sort((a, b) => (join_index_nameOf(a) < join_index_nameOf(b) ? -1 : 1));
    checkJoin(images.map(({ image }) => image), join);
    const bytes = (0,oci_manifest/* encodeJson */.Pr)(indexOf(images, join.annotations));
    const call = { ...(join.signal && { signal: join.signal }) };
    const contents = images.map(({ image }) => ({ platform: (0,oci_manifest/* formatPlatform */.Bq)(image.config), ...image }));
    const platforms = images.map(({ image }) => describePlatform(image));
    if (unchanged_isUnchanged(join.previous, contents))
        return unchanged_keepPrevious(join.previous, platforms);
    const descriptor = await output.writeManifest(bytes, media_types/* mediaTypes */.Ib.index, { ...call, tags });
    log?.(`joined ${images.map(join_index_nameOf).join(', ')} as ${descriptor.digest}`);
    return { digest: descriptor.digest, descriptor, unchanged: false, platforms };
}
async function readParts(digest, { output, reference, signal }) {
    const load = (wanted) => loadImage(output, (0,oci_reference/* pinned */.dp)(reference, wanted), { signal });
    const stored = await output.readManifest(digest, signal && { signal });
    const from = `${output.repository}@${digest}`;
    if (stored === undefined) {
        throw new errors/* IngotError */.se('not-found', `There is no ${from} to join`, {
            advice: 'All images of an index lie in its repository: bake them into it, or copy them there first',
        });
    }
    if (!media_types/* indexTypes */.gp.includes(stored.descriptor.mediaType))
        return [{ image: await load(digest), attestations: [] }];
    const { manifests } = (0,oci_manifest/* parseIndex */.A1)(stored.bytes, from);
    const images = manifests.filter((child) => isImage(child));
    if (images.length > maximumPlatforms)
        throw new errors/* IngotError */.se('size-exceeded', `${from} lists ${images.length} images`);
    const own = new Set(images.map((child) => child.digest));
    const strange = manifests.find((child) => !isImage(child) && !own.has(attestedBy(child) ?? ''));
    if (strange !== undefined) {
        throw new errors/* IngotError */.se('unsupported', `${from} lists ${strange.digest}, neither an image nor an attestation of one`, {
            advice: 'Join images that were baked for this; an index with more in it would lose what it means',
        });
    }
    const attestations = (image) => manifests.filter((child) => attestedBy(child) === image.digest);
    return Promise.all(images.map(async (image) => ({ image: await load(image.digest), attestations: attestations(image) })));
}
function isImage(child) {
    if (attestedBy(child) !== undefined || media_types/* indexTypes */.gp.includes(child.mediaType))
        return false;
    return child.platform === undefined || platform_isRealPlatform(child.platform);
}
/** Images by platform, then what attests to them, in the same order. */
function indexOf(parts, annotations) {
    const attested = parts.flatMap(({ image, attestations }) => attestations.map((descriptor) => attestationOf(image.manifestDigest, descriptor)));
    return {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.index,
        manifests: [...parts.map(({ image }) => descriptorOf(image)), ...attested],
        ...(Object.keys(annotations).length > 0 && { annotations: settings_sorted(annotations) }),
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
function join_index_nameOf({ image }) {
    return (0,oci_manifest/* formatPlatform */.Bq)(image.config);
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/bake/bring-layers.js




const atOnce = 6;
/**
 * Makes layers of another repository available in `to`, as they are: mounted where the stores can do that, else copied;
 * never recompressed.
 *
 * @returns how each came there that was not there already
 */
async function bring_layers_bringLayers(layers, from, to, options) {
    const came = new Map();
    if (from.repository === to.repository)
        return came;
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const queue = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            const descriptor = layer;
            const isMounted = await to.mountBlob(descriptor, from, call);
            if (!isMounted)
                await to.writeBlob({ descriptor, open: () => from.readBlob(descriptor, call) }, call);
            const how = isMounted ? 'mounted' : 'copied';
            options.log(`${options.what} ${shortDigest(layer.digest)} ${formatBytes(layer.size)} ${how}`);
            came.set(layer.digest, how);
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
    return came;
}
/** Whether a layer may be stored in a registry other than its maker's. */
function bring_layers_isDistributable({ mediaType }) {
    return !mediaType.includes('.foreign.') && !mediaType.includes('nondistributable');
}
/**
 * A layer as an OCI manifest lists it: docker's names for the same bytes become OCI's. What its maker noted beside it (the
 * table of contents of a layer that can be pulled lazily) stays.
 */
function bring_layers_asOciLayer(layer) {
    const { mediaType, digest, size, annotations } = layer;
    if (!bring_layers_isDistributable(layer)) {
        throw new IngotError('unsupported', `The base's layer ${digest} may not be distributed (${mediaType})`, {
            advice: 'Choose a base whose layers all lie in its registry',
        });
    }
    const names = {
        [mediaTypes.dockerLayer]: mediaTypes.layerGzip,
        'application/vnd.docker.image.rootfs.diff.tar': mediaTypes.layerTar,
    };
    return { mediaType: names[mediaType] ?? mediaType, digest, size, ...(annotations && { annotations }) };
}

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
;// CONCATENATED MODULE: ./lib/bake/layers/compression.js




const compression_compressions = (/* unused pure expression or super */ null && (['gzip', 'zstd', 'none']));
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



const members_blockBytes = 512;
/**
 * The members of one layer as its rules make them. Some 300 bytes of memory each: a million files take 300 MB, and two
 * million are the limit, as they are for readers.
 */
class members_Members {
    /** Of the tar, as far as it can be known before names are written: pax headers come on top. */
    tarBytes = 2 * members_blockBytes;
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
        this.tarBytes += members_blockBytes + Math.ceil(member.size / members_blockBytes) * members_blockBytes;
        if (this.#members.length <= limits_defaultLimits.entries)
            return;
        const message = `Cannot add ${this.#setting.source}: it holds more than ${limits_defaultLimits.entries} files and directories`;
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
    const members = new Members({ rules, epochSeconds, source, path, fingerprint, isListed: plan_layer_listed(onBase) });
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
function plan_layer_listed(onBase) {
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

;// CONCATENATED MODULE: ./lib/bake/base-annotations.js

/**
 * How a manifest records its immediate base: `patch` and `rebase` go by these.
 *
 * @param name as it was written, without a digest; absent for scratch
 * @param config the base's, where it is known: saves a rebase a round trip
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
function base_annotations_baseAnnotations(name, digest, config) {
    return {
        ...(name !== undefined && { [annotationKeys.baseName]: name }),
        ...(digest !== undefined && { [annotationKeys.baseDigest]: digest }),
        ...(config !== undefined && { [annotationKeys.baseConfig]: `${config.digest},${config.size}` }),
    };
}

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
function policy_pattern_isListed(reference, pattern) {
    if (reference.kind === 'layout') {
        if (matches(`oci:${reference.directory}`, pattern))
            return true;
        // The same directory may be written relative in one place and absolute in the other.
        const absolute = (directory) => `oci:${resolve(directory)}`;
        return pattern.startsWith('oci:') && matches(absolute(reference.directory), absolute(pattern.slice('oci:'.length)));
    }
    const short = reference.host === 'docker.io' ? reference.path.replace(/^library\//, '') : undefined;
    return matches(formatRepository(reference), pattern) || (short !== undefined && matches(short, pattern));
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
    const name = base === 'scratch' ? base : `${formatRepository(base.reference)}@${base.digest}`;
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
        return digest === undefined ? what : `${what}@${shortDigest(digest)}`;
    });
    return {
        approved: false,
        rule: 'listed',
        why: `The base ${name} is not approved: the policy approves ${entries.join(', ') || 'no base at all'}`,
        advice: 'Build on one of these, or ask whoever keeps the policy to add it to bases:',
    };
}
const hourMilliseconds = (/* unused pure expression or super */ null && (60 * 60 * 1000));
/** Clocks differ; a base from further in the future proves nothing about its age. */
const clockMilliseconds = (/* unused pure expression or super */ null && (hourMilliseconds));
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
        const manifests = media_types/* indexTypes */.gp.includes(descriptor.mediaType) ? await readChildren(store, stored, call) : [stored];
        const platforms = await Promise.all(manifests.map((manifest) => readPlatform(store, manifest, from, call)));
        return { store, digest: descriptor.digest, descriptor, platforms };
    }
    catch (thrown) {
        const isOfTheImage = thrown instanceof errors/* IngotError */.se && ['not-found', 'unreadable', 'size-exceeded'].includes(thrown.reason);
        if (!isOfTheImage)
            throw thrown;
        log?.(`What ${store.repository} holds now cannot be compared with: ${thrown.message}`);
        return undefined;
    }
}
async function readChildren(store, stored, call) {
    const from = `${store.repository}@${stored.descriptor.digest}`;
    const { manifests } = (0,oci_manifest/* parseIndex */.A1)(stored.bytes, from);
    const images = manifests.filter(({ platform }) => platform === undefined || platform_isRealPlatform(platform));
    if (images.length > previous_maximumPlatforms)
        throw new errors/* IngotError */.se('size-exceeded', `${from} lists ${images.length} images`);
    return Promise.all(images.map(async ({ digest }) => {
        const child = await store.readManifest(digest, call);
        if (child === undefined)
            throw new errors/* IngotError */.se('not-found', `${from} lists ${digest}, which is not there`);
        return child;
    }));
}
async function readPlatform(store, stored, from, call) {
    const { digest } = stored.descriptor;
    const manifest = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, from);
    const isImage = [media_types/* mediaTypes */.Ib.config, media_types/* mediaTypes */.Ib.dockerConfig].some((type) => type === manifest.config.mediaType);
    if (!isImage)
        return { platform: '', digest, manifest };
    if (manifest.config.size > oci_manifest/* maximumManifestBytes */.ns) {
        throw new errors/* IngotError */.se('size-exceeded', `The config of ${from} claims ${manifest.config.size} bytes`);
    }
    const parts = [];
    for await (const part of store.readBlob(manifest.config, call))
        parts.push(part);
    const config = (0,oci_manifest/* parseImageConfig */.FB)(Buffer.concat(parts), from);
    return { platform: (0,oci_manifest/* formatPlatform */.Bq)(config), digest, manifest, config };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/config-changes.js


/** What of the config differs, field by field; layers and history, which always do, are left to the manifest. */
function config_changes_changesOf(before, after) {
    const [a, b] = [fieldsOf(before), fieldsOf(after)];
    return [...new Set([...a.keys(), ...b.keys()])]
        .sort()
        .filter((field) => !isDeepStrictEqual(a.get(field), b.get(field)))
        .map((field) => ({ field, before: a.get(field), after: b.get(field) }));
}
function fieldsOf({ config, rootfs: _, history: __, ...top }) {
    const fields = new Map(Object.entries(top));
    for (const [name, value] of Object.entries(config ?? {})) {
        if (value === null || value === undefined)
            continue;
        if (name === 'Env')
            for (const [key, one] of value.map(splitEnv))
                fields.set(`Env.${key}`, one);
        else if (isMap(value))
            for (const [key, one] of Object.entries(value))
                fields.set(`${name}.${key}`, one);
        else
            fields.set(name, value);
    }
    return fields;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/bake/rebase/merge-config.js




/** Settings that are maps: each key is inherited on its own. */
const maps = (/* unused pure expression or super */ null && (['Labels', 'ExposedPorts', 'Volumes']));
/** What the base's files decide. */
const ofSystem = (/* unused pure expression or super */ null && (['os.version', 'os.features']));
/** Records of the build, which speak of the old base; the engine's own container belongs there too. */
function isOfBuild(name) {
    return (ofSystem.includes(name) || ['container', 'container_config'].includes(name) || name.startsWith('moby.buildkit.'));
}
/**
 * The application's config on a new base. One rule for every setting: what the application inherited from the old base
 * unchanged follows the base; what it set or removed itself stays as it made it.
 *
 * @param old config of the base that the image was built on
 */
function merge_config_mergeConfig(application, old, next) {
    const layersOfBase = old.rootfs.diff_ids.length;
    const diffIds = [...next.rootfs.diff_ids, ...application.rootfs.diff_ids.slice(layersOfBase)];
    const created = [application.created, next.created]
        .filter((time) => time !== undefined)
        .sort(byTime)
        .at(-1);
    return {
        ...Object.fromEntries(Object.entries(application).filter(([name]) => !isOfBuild(name))),
        ...{ architecture: application.architecture, os: application.os },
        ...(created !== undefined && { created }),
        ...Object.fromEntries(ofSystem.flatMap((name) => (next[name] === undefined ? [] : [[name, next[name]]]))),
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
    return isDeepStrictEqual(a ?? '', b ?? '');
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
    return rebasableLabels.some((known) => known === label);
}
function byTime(a, b) {
    return Date.parse(a) - Date.parse(b);
}

;// CONCATENATED MODULE: ./lib/bake/rebase/rules.js




const rebuild = 'Rebuild the image on the new base instead, with bake';
function rules_refuse(rule, why, advice = rebuild) {
    return { kind: 'refuse', rule, why, advice };
}
/** The image itself says that it may be done: in its config, or in its manifest. */
function rules_refuseConsent({ config, manifest }) {
    const said = [config.config?.Labels, manifest.annotations];
    if (rebasableLabels.some((label) => said.some((where) => where?.[label] === 'true')))
        return undefined;
    return rules_refuse('consent', `the image does not declare that it may be rebased: the label ${rebasableLabels[0]} is not true`, `Set the label, or the annotation of that name, when nothing in the image was compiled against the base. Else: ${rebuild.toLowerCase()}`);
}
function rules_refusePlatform(image, base) {
    const advice = 'Name a base of the same platform';
    if (!samePlatform(base, image)) {
        return rules_refuse('platform', `the image is for ${formatPlatform(image)}, the base for ${formatPlatform(base)}`, advice);
    }
    const [wanted, found] = [image, base].map(windowsBuild);
    if (wanted === found)
        return undefined;
    return rules_refuse('platform', `the image is for build ${wanted} of Windows, the base for ${found}`, advice);
}
/** The base's layers are the first of the image's, in order. */
function rules_refuseLayers(image, base, baseName) {
    const differing = base.layers.findIndex((layer, i) => image.layers[i]?.digest !== layer.digest);
    if (differing < 0)
        return undefined;
    const [of, missing] = [`layer ${differing + 1} of the old base ${baseName}`, image.layers[differing] === undefined];
    return rules_refuse('layers', missing ? `the image has no ${of}: it has fewer layers` : `${of} is not layer ${differing + 1} of the image`);
}
/** Image and base say the same about what is in those layers. */
function rules_refuseDiffIds(image, base, baseName) {
    const lying = base.rootfs.diff_ids.findIndex((diffId, i) => image.rootfs.diff_ids[i] !== diffId);
    if (lying < 0)
        return undefined;
    return rules_refuse('diff-ids', `the image and its base ${baseName} disagree about the content of layer ${lying + 1}`);
}
/** What the new image consists of may be stored where it goes. */
function rules_refuseForeign(image, base) {
    const foreign = [...base.layers, ...image.layers].find((layer) => !isDistributable(layer));
    if (foreign === undefined)
        return undefined;
    return rules_refuse('distributable', `the layer ${foreign.digest} may not be distributed (${foreign.mediaType})`, 'Choose a base whose layers all lie in its registry');
}
/**
 * A Windows container runs on the build of Windows that it was made for: `10.0.20348` of `10.0.20348.2113`, whose last part
 * counts the patches.
 */
function windowsBuild(config) {
    const version = config.os === 'windows' ? config['os.version'] : undefined;
    return typeof version === 'string' ? version.split('.').slice(0, 3).join('.') : undefined;
}

;// CONCATENATED MODULE: ./lib/bake/rebase/plan-rebase.js









/** What can be refused before the old base's config has been read: a round trip earlier. */
function plan_rebase_refuseEarly({ image, oldBase, newBase, }) {
    return (refuseConsent(image) ??
        refusePlatform(image.config, newBase.config) ??
        refuseLayers(image.manifest, oldBase.manifest, plan_rebase_nameOf(oldBase)) ??
        refuseForeign(image.manifest, newBase.manifest));
}
/**
 * Puts an image's own layers on another base, on paper. Pure: it proves that the old base's layers are an exact prefix of
 * the image's, by digests and by diff-ids, that all three are of one platform, and that the image consents.
 */
function plan_rebase_planRebase({ image, oldBase, newBase, baseName }) {
    const refusal = plan_rebase_refuseEarly({ image, oldBase, newBase }) ??
        refusePlatform(image.config, oldBase.config) ??
        refuseDiffIds(image.config, oldBase.config, plan_rebase_nameOf(oldBase));
    if (refusal !== undefined)
        return refusal;
    const merged = mergeConfig(image.config, oldBase.config, newBase.config);
    const configBytes = encodeJson(merged);
    const config = { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length };
    const baseLayers = newBase.manifest.layers.map(asOciLayer);
    const applicationLayers = image.manifest.layers.slice(oldBase.manifest.layers.length).map(asOciLayer);
    const recorded = baseAnnotations(baseName, newBase.manifestDigest, newBase.manifest.config);
    const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.manifest,
        config,
        layers: [...baseLayers, ...applicationLayers],
        annotations: sorted({ ...image.manifest.annotations, ...recorded }),
    };
    const manifestBytes = encodeJson(manifest);
    return {
        kind: 'rebase',
        manifest: { mediaType: mediaTypes.manifest, digest: digestOf(manifestBytes), size: manifestBytes.length },
        ...{ manifestBytes, config, configBytes, merged, baseLayers, applicationLayers },
        removedLayers: oldBase.manifest.layers.filter(({ digest }) => !baseLayers.some((layer) => layer.digest === digest)),
        changes: changesOf(image.config, merged),
    };
}
function plan_rebase_nameOf({ store, manifestDigest }) {
    return `${store.repository}@${manifestDigest}`;
}

;// CONCATENATED MODULE: ./lib/bake/rebase/side.js




/** Asks for the config that an image says its base has; what is wrong with it is found out when the base's manifest is there. */
function side_askEarly(store, said, call) {
    const [digest = '', size = ''] = said?.split(',') ?? [];
    if (!isDigest(digest) || !/^\d{1,7}$/.test(size) || Number(size) > maximumManifestBytes)
        return undefined;
    const descriptor = { mediaType: mediaTypes.config, digest, size: Number(size) };
    return { descriptor, bytes: readSmallBlob(store, descriptor, call).catch(() => undefined) };
}
/** @throws IngotError `unreadable` for what is no container image; what is wrong with its config is thrown by that */
function side_openSide(store, { descriptor, bytes }, call, hint) {
    const { digest, mediaType } = descriptor;
    const from = `${store.repository}@${digest}`;
    const manifest = imageManifestOf({ descriptor, bytes }, from);
    const early = hint?.descriptor.digest === manifest.config.digest ? hint.bytes : undefined;
    const config = readConfig(store, manifest, from, call, early);
    config.catch(() => undefined); // said where it is awaited, if it ever is
    return { store, manifestDigest: digest, manifest, manifestBytes: bytes, mediaType, config };
}
async function side_whole(side) {
    return { ...side, config: await side.config };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/bases.js










const basesKept = 512;
/** Reads bases, each once however many images are on it. */
class bases_Bases {
    #open;
    #call;
    #named = new Memo(basesKept);
    #sides = new Memo(basesKept);
    constructor(open, call) {
        this.#open = open;
        this.#call = call;
    }
    /** @throws IngotError `not-found`, with the tags that there are */
    read(reference) {
        return this.#named.get(formatReference(reference), async () => {
            const store = this.#open(reference);
            return this.#opened(reference, store, await readNamed(store, reference, this.#call));
        });
    }
    /** The image of a base for a platform, which is asked for only when there is a choice. */
    async pick(base, platformOf) {
        if ('only' in base.content)
            return base.content.only;
        const platform = await platformOf();
        const entries = base.content.index.manifests.filter((entry) => isRealPlatform(entry.platform));
        const fitting = entries.filter((entry) => entry.platform !== undefined && samePlatform(entry.platform, platform));
        // Several that fit are builds of Windows: the one of the very version, else the first.
        const entry = fitting.find((one) => one.platform?.['os.version'] === platform['os.version']) ?? fitting[0];
        if (entry === undefined)
            return undefined;
        const { store } = base;
        return this.#sides.get(`${store.repository}@${entry.digest}`, async () => {
            const stored = await store.readManifest(entry.digest, this.#call);
            if (stored !== undefined)
                return openSide(store, stored, this.#call);
            throw new IngotError('not-found', `${store.repository}@${base.digest} lists ${entry.digest}, which is not there`);
        });
    }
    /**
     * The base that an image says it was built on: where it says, when that is near, else beside the new base. A name in an image
     * must not make this machine talk to strangers.
     *
     * @param near references to repositories that the user named
     */
    async recorded(annotations, beside, near) {
        const { [annotationKeys.baseName]: name, [annotationKeys.baseDigest]: digest } = annotations;
        const { [annotationKeys.baseConfig]: config } = annotations;
        if (name === undefined || digest === undefined || !isDigest(digest)) {
            const why = `the image does not record its base: the annotations ${annotationKeys.baseName} and ${annotationKeys.baseDigest} are needed`;
            return refuse('base-known', why, 'Name the base that it was built on with --old-base, or rebuild it with bake');
        }
        const said = bases_parsed(name);
        if (said === undefined)
            return refuse('base-known', `the image records a base that is no reference: ${JSON.stringify(name)}`);
        const isNear = near.some((one) => placeOf(one) === placeOf(said));
        const places = [...(isNear ? [said] : []), beside].map((place) => pinned(place, digest));
        for (const reference of places) {
            const found = await this.#find(reference, digest, config);
            if (found !== undefined)
                return found;
        }
        const looked = [...new Set(places.map(formatReference))].join(' nor ');
        const why = `its old base ${name}@${digest} is not to be found as ${looked}, so its layers cannot be told apart`;
        const advice = 'Name where it is with --old-base, or rebuild the image with bake';
        return refuse('base-available', why, advice);
    }
    async #find(reference, digest, config) {
        try {
            return await this.#named.get(formatReference(reference), async () => {
                const store = this.#open(reference);
                const hint = askEarly(store, config, this.#call);
                const stored = await store.readManifest(digest, this.#call);
                if (stored === undefined)
                    throw new IngotError('not-found', `${formatReference(reference)} is not there`);
                return this.#opened(reference, store, stored, hint);
            });
        }
        catch (error) {
            if (error instanceof IngotError && error.reason === 'not-found')
                return undefined;
            throw error;
        }
    }
    #opened(reference, store, stored, hint) {
        const { digest, mediaType } = stored.descriptor;
        const from = `${store.repository}@${digest}`;
        const isIndex = indexTypes.includes(mediaType);
        const content = isIndex
            ? { index: parseIndex(stored.bytes, from) }
            : { only: openSide(store, stored, this.#call, hint) };
        return { reference: pinned(reference, digest), store, digest, content };
    }
}
function bases_parsed(name) {
    try {
        return parseReference(name);
    }
    catch {
        return undefined;
    }
}
function placeOf(reference) {
    return reference.kind === 'registry' ? reference.host : `oci:${reference.directory}`;
}

;// CONCATENATED MODULE: ./lib/bake/rebase/read-image.js







/** Reads what a reference names, an image or an index; nothing below it yet. */
async function read_image_readImage(store, reference, call) {
    const stored = await readNamed(store, reference, call);
    const { digest, mediaType } = stored.descriptor;
    const from = `${store.repository}@${digest}`;
    const common = { store, reference: pinned(reference, digest), digest };
    if (!indexTypes.includes(mediaType)) {
        const opened = openSide(store, stored, call);
        return { ...common, parts: [{ open: async () => opened }], dropped: [] };
    }
    const index = parseIndex(stored.bytes, from);
    // An entry without a platform is an image too; one for an unknown platform is an attestation.
    const isImage = ({ platform }) => platform === undefined || isRealPlatform(platform);
    const parts = index.manifests.filter(isImage).map((entry) => partOf(store, digest, entry, call));
    if (parts.length > 0)
        return { ...common, index, parts, dropped: index.manifests.filter((entry) => !isImage(entry)) };
    throw new IngotError('unreadable', `${from} is an index without an image`);
}
function partOf(store, parent, entry, call) {
    return {
        entry,
        ...(entry.platform && { platform: entry.platform }),
        open: async () => {
            const stored = await store.readManifest(entry.digest, call);
            if (stored !== undefined)
                return openSide(store, stored, call);
            throw new IngotError('not-found', `${store.repository}@${parent} lists ${entry.digest}, which is not there`, {
                advice: 'The image was copied or pruned only in part: copy or bake it again',
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/write.js







const layersKept = 20_000;
/** Writes what was proved. A layer that several images need in a repository is brought there once. */
class write_RebaseWriter {
    #call;
    #log;
    #brought = new Memo(layersKept);
    constructor({ log, signal }) {
        this.#call = signal === undefined ? {} : { signal };
        this.#log = log ?? (() => undefined);
    }
    /** The index keeps what it says of itself; the base is named anew. Attestations of the old image are not carried over. */
    topOf({ index }, base, baseName, steps) {
        const [only] = steps;
        if (index === undefined && only?.plan !== undefined)
            return { ...only.plan.manifest, bytes: only.plan.manifestBytes };
        const isRecorded = index?.annotations?.[annotationKeys.baseDigest] !== undefined;
        const recorded = baseAnnotations(baseName, isRecorded ? base.digest : undefined);
        const next = {
            schemaVersion: 2,
            mediaType: mediaTypes.index,
            manifests: steps.map(({ plan, part, image }) => {
                if (plan === undefined && part.entry !== undefined)
                    return part.entry;
                return { ...plan?.manifest, platform: write_platformOf(plan?.merged ?? image.config) };
            }),
            annotations: sorted({ ...index?.annotations, ...recorded }),
        };
        const bytes = encodeJson(next);
        return { mediaType: mediaTypes.index, digest: digestOf(bytes), size: bytes.length, bytes };
    }
    /** Nothing is sent before `carryOut`; `expect` opens an upload ahead for a config, and `giveUp` lets go of those left over. */
    begin(output) {
        const expected = [];
        return {
            expect: () => {
                expected.push(expectUpload(output, this.#call));
            },
            carryOut: async (steps, top, tags) => {
                await Promise.all(steps.map(async ({ plan, image, newBase }) => {
                    if (plan === undefined)
                        return this.#bringWhole(image, output);
                    const config = sourceOf(plan.config, plan.configBytes);
                    const upload = expected.shift() ?? expectUpload(output, this.#call);
                    upload.give(config);
                    const there = image.store.repository === output.repository ? image.manifest.layers : [];
                    const isThere = ({ digest }) => there.some((layer) => layer.digest === digest);
                    const missing = plan.baseLayers.filter((layer) => !isThere(layer));
                    // Side by side: over a network the depth of round trips decides, not their number.
                    await Promise.all([
                        this.#bring(missing, newBase.store, output, 'base layer'),
                        this.#bring(plan.applicationLayers, image.store, output, 'layer'),
                        upload.done,
                    ]);
                    if (plan.manifest.digest !== top.digest)
                        await this.#write(output, plan);
                }));
                await output.writeManifest(top.bytes, top.mediaType, { ...this.#call, tags });
            },
            giveUp: async () => {
                for (const upload of expected)
                    upload.giveUp();
                await Promise.allSettled(expected.map(({ done }) => done));
            },
        };
    }
    async #write(output, { manifestBytes, manifest }) {
        await output.writeManifest(manifestBytes, manifest.mediaType, this.#call);
    }
    /** A platform that is on the new base already goes along as it is. */
    async #bringWhole({ store, manifest, manifestBytes, mediaType }, output) {
        if (store.repository === output.repository)
            return;
        await this.#bring([manifest.config, ...manifest.layers], store, output, 'part');
        await output.writeManifest(manifestBytes, mediaType, this.#call);
    }
    async #bring(layers, from, to, what) {
        if (from.repository === to.repository)
            return;
        await Promise.all(layers.map((layer) => this.#brought.get(`${to.repository} ${layer.digest}`, async () => {
            await bringLayers([layer], from, to, { ...this.#call, log: this.#log, what });
        })));
    }
}
function expectUpload(output, call) {
    let give = () => undefined;
    let giveUp = () => undefined;
    const source = new Promise((resolve, reject) => {
        give = resolve;
        giveUp = () => reject(new Error('given up'));
    });
    source.catch(() => undefined);
    const done = output.writeNewBlob(source, call);
    done.catch(() => undefined); // said where it is awaited, if it ever is
    return { give, giveUp, done };
}
function sourceOf(descriptor, bytes) {
    return {
        descriptor,
        open: async function* () {
            yield bytes;
        },
    };
}
function write_platformOf(config) {
    const { architecture, os, variant, 'os.version': version } = config;
    return {
        architecture,
        os,
        ...(typeof version === 'string' && { 'os.version': version }),
        ...(variant !== undefined && { variant }),
    };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/rebase.js










/**
 * Replaces the base layers of images by those of a newer base. The new base's layers are mounted, the application's stay where
 * they are: only a config and a manifest a platform are written. What many images share, bases above all, is read and mounted once.
 */
class Rebaser {
    #settings;
    #call;
    #bases;
    #writer;
    constructor(settings) {
        this.#settings = settings;
        this.#call = settings.signal === undefined ? {} : { signal: settings.signal };
        this.#bases = new Bases(settings.open, this.#call);
        this.#writer = new RebaseWriter(settings);
    }
    /** The new base. @throws IngotError `not-found` */
    base() {
        return this.#bases.read(this.#settings.base);
    }
    /** Of the new base's manifest; of its first platform when there are several. */
    async baseDigest() {
        const { content, digest } = await this.base();
        if ('only' in content)
            return content.only.manifestDigest;
        return content.index.manifests.find(({ platform }) => isRealPlatform(platform))?.digest ?? digest;
    }
    /** @throws IngotError what the stores throw; a refusal is returned, and leaves nothing behind */
    async rebase(target) {
        const { open, dryRun } = this.#settings;
        const [image, base] = await Promise.all([readImage(open(target.image), target.image, this.#call), this.base()]);
        const output = open(target.output);
        const writing = this.#writer.begin(output);
        try {
            const proved = await settle(image.parts.map((part) => this.#prove(part, image, base, target, writing.expect)));
            const refusal = proved.find((one) => one.kind !== 'step');
            if (refusal !== undefined)
                return refusal;
            const steps = proved.filter((one) => one.kind === 'step');
            const result = {
                image: image.digest,
                platforms: steps.map((step) => rebase_describe(step, output)),
                dropped: image.dropped.length,
            };
            if (steps.every(({ plan }) => plan === undefined))
                return { kind: 'unchanged', digest: image.digest, ...result };
            const top = this.#writer.topOf(image, base, rebase_nameOf(this.#settings.base), steps);
            if (dryRun)
                return { kind: 'planned', digest: top.digest, ...result };
            await writing.carryOut(steps, top, target.tags);
            return { kind: 'rebased', digest: top.digest, ...result };
        }
        finally {
            await writing.giveUp();
        }
    }
    async #prove(part, image, base, target, expect) {
        const opened = await part.open();
        const platformOf = async () => part.platform ?? (await opened.config);
        const mayExpect = !this.#settings.dryRun;
        // An image that names its base's config is on its way: nothing but a refusal can stop it, and a refusal lets go of the upload.
        const isHinted = this.#isHinted(opened, image, base);
        if (mayExpect && isHinted)
            expect();
        const of = (refusal) => this.#naming(refusal, part.platform, image);
        const [newBase, oldBase] = await settle([
            this.#bases.pick(base, platformOf),
            this.#oldBase(opened, image, base, target, platformOf),
        ]);
        if (newBase === undefined)
            return of(rebase_noPlatform('new', base, await platformOf()));
        if (oldBase === undefined)
            return of(rebase_noPlatform('old', base, await platformOf()));
        if ('kind' in oldBase)
            return of(oldBase);
        const { manifestDigest: from } = oldBase;
        const fromName = this.#oldName(opened, image);
        const isSame = from === newBase.manifestDigest;
        const [own, next] = await Promise.all([whole(opened), whole(newBase)]);
        const unapproved = await this.#settings.approve?.({ ...next, reference: base.reference, digest: base.digest });
        if (unapproved !== undefined)
            return unapproved;
        if (isSame)
            return { kind: 'step', part, image: own, newBase, from, fromName };
        const early = refuseEarly({ image: own, oldBase, newBase: next });
        if (early !== undefined)
            return of(early);
        // All that may still fail is what the old base's config says: the upload of the new one is opened while that is read.
        if (mayExpect && !isHinted)
            expect();
        const baseName = rebase_nameOf(this.#settings.base);
        const plan = planRebase({ image: own, oldBase: await whole(oldBase), newBase: next, baseName });
        return plan.kind === 'refuse' ? of(plan) : { kind: 'step', part, image: own, newBase, from, fromName, plan };
    }
    async #oldBase({ manifest }, image, base, target, platformOf) {
        const { oldBase } = this.#settings;
        const annotations = { ...image.index?.annotations, ...manifest.annotations };
        const recorded = annotations[annotationKeys.baseDigest];
        if (oldBase === undefined && recorded !== undefined) {
            // Nothing to find when it is the very base that is given.
            if (recorded === base.digest)
                return this.#bases.pick(base, platformOf);
            const next = 'only' in base.content ? undefined : await this.#bases.pick(base, platformOf);
            if (next?.manifestDigest === recorded)
                return next;
        }
        const near = [target.image, target.output, this.#settings.base];
        const named = oldBase === undefined
            ? await this.#bases.recorded(annotations, this.#settings.base, near)
            : await this.#bases.read(oldBase);
        return 'kind' in named ? named : this.#bases.pick(named, platformOf);
    }
    /** Whether all about the old base can be asked for at once, and it is not the new one. */
    #isHinted({ manifest }, { index }, base) {
        const { [annotationKeys.baseDigest]: digest, [annotationKeys.baseConfig]: config } = {
            ...index?.annotations,
            ...manifest.annotations,
        };
        if (this.#settings.oldBase !== undefined || digest === undefined || config === undefined)
            return false;
        const { content } = base;
        const known = 'only' in content ? [content.only.manifestDigest] : content.index.manifests.map((one) => one.digest);
        return ![base.digest, ...known].some((one) => one === digest);
    }
    #oldName({ manifest }, { index }) {
        const { base, oldBase } = this.#settings;
        const recorded = manifest.annotations?.[annotationKeys.baseName] ?? index?.annotations?.[annotationKeys.baseName];
        return oldBase === undefined ? (recorded ?? rebase_nameOf(base)) : rebase_nameOf(oldBase);
    }
    #naming(refusal, platform, { index }) {
        return index === undefined || platform === undefined ? refusal : { ...refusal, platform: formatPlatform(platform) };
    }
}
function rebase_nameOf(base) {
    const { digest: _, ...name } = base;
    return formatReference(name);
}
function rebase_noPlatform(which, base, platform) {
    const where = which === 'new' ? ` ${base.store.repository}@${base.digest}` : '';
    return refuse('platform', `the ${which} base${where} has no image for ${formatPlatform(platform)}`);
}
function rebase_describe({ image, from, fromName, newBase, plan }, output) {
    const common = { platform: formatPlatform(image.config), from, fromName, to: newBase.manifestDigest };
    if (plan === undefined)
        return common;
    const digests = (layers) => layers.map(({ digest }) => digest);
    const there = new Set(digests(image.manifest.layers));
    const added = digests(plan.baseLayers).filter((digest) => !there.has(digest));
    const isNear = image.store.repository === output.repository;
    const brought = isNear ? added : [...digests(plan.baseLayers), ...digests(plan.applicationLayers)];
    const work = {
        kept: [...digests(plan.baseLayers).filter((digest) => there.has(digest)), ...digests(plan.applicationLayers)],
        ...{ removed: digests(plan.removedLayers), added, changes: plan.changes },
        requests: new Set(brought).size + 3,
        bytes: plan.configBytes.length + plan.manifestBytes.length,
    };
    return { ...common, work };
}
/** All of them, awaited to the end: nothing goes on behind the back of whoever gave up. */
async function settle(work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}

;// CONCATENATED MODULE: ./lib/bake/index.js






















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



/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const pattern = /^sha256:[a-f0-9]{64}$/;
function isDigest(text) {
    return pattern.test(text);
}
/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
        advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
    });
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The 64 hex digits alone: names files in a layout and in the ledger. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}
/** Twelve hex digits, for people. */
function shortDigest(digest) {
    return hexOf(digest).slice(0, 12);
}


/***/ }),

/***/ 7535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pr: () => (/* binding */ encodeJson),
  Bq: () => (/* binding */ formatPlatform),
  ns: () => (/* binding */ maximumManifestBytes),
  FB: () => (/* binding */ parseImageConfig),
  A1: () => (/* binding */ parseIndex),
  Ng: () => (/* binding */ parseManifest),
  _S: () => (/* binding */ parseReferrers)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/oci/repeated-key.js
/**
 * The first key that an object has twice; undefined when there is none. Readers disagree about which of the two counts, so
 * one document under one digest would mean different images to different tools.
 *
 * @param json text that `JSON.parse` has accepted
 * @see https://www.rfc-editor.org/rfc/rfc8259.html#section-4
 */
function repeatedKey(json) {
    const open = [];
    for (let at = 0; at < json.length; at += 1) {
        const character = json[at];
        if (character === '{')
            open.push(new Set());
        else if (character === '[')
            open.push(undefined);
        else if (character === '}' || character === ']')
            open.pop();
        else if (character === '"') {
            const end = endOfString(json, at);
            if (isKey(json, end)) {
                const key = JSON.parse(json.slice(at, end));
                const keys = open.at(-1);
                if (keys?.has(key))
                    return key;
                keys?.add(key);
            }
            at = end - 1;
        }
    }
    return undefined;
}
/** Behind the closing quote. */
function endOfString(json, start) {
    for (let at = start + 1; at < json.length; at += 1) {
        if (json[at] === '\\')
            at += 1;
        else if (json[at] === '"')
            return at + 1;
    }
    return json.length;
}
function isKey(json, end) {
    let at = end;
    while (' \t\r\n'.includes(json[at] ?? 'x'))
        at += 1;
    return json[at] === ':';
}

// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
;// CONCATENATED MODULE: ./lib/oci/manifest.js




const manifest_digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
const size = schema/* int */.Whr().check(schema/* nonnegative */.ZnW());
const annotations = schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP());
const platform = schema/* looseObject */._H3({
    architecture: schema/* string */.YjP(),
    os: schema/* string */.YjP(),
    variant: schema/* optional */.lqM(schema/* string */.YjP()),
    'os.version': schema/* optional */.lqM(schema/* string */.YjP()),
});
const descriptor = schema/* looseObject */._H3({
    mediaType: schema/* string */.YjP(),
    digest: manifest_digest,
    size,
    annotations: schema/* optional */.lqM(annotations),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    platform: schema/* optional */.lqM(platform),
});
const manifest = schema/* looseObject */._H3({
    schemaVersion: schema/* literal */.euz(2),
    mediaType: schema/* optional */.lqM(schema/* string */.YjP()),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    config: descriptor,
    layers: schema/* array */.YOg(descriptor),
    subject: schema/* optional */.lqM(descriptor),
    annotations: schema/* optional */.lqM(annotations),
});
const index = schema/* looseObject */._H3({
    schemaVersion: schema/* literal */.euz(2),
    mediaType: schema/* optional */.lqM(schema/* string */.YjP()),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    manifests: schema/* array */.YOg(descriptor),
    subject: schema/* optional */.lqM(descriptor),
    annotations: schema/* optional */.lqM(annotations),
});
const imageConfig = schema/* looseObject */._H3({
    architecture: schema/* string */.YjP(),
    os: schema/* string */.YjP(),
    variant: schema/* optional */.lqM(schema/* string */.YjP()),
    created: schema/* optional */.lqM(schema/* string */.YjP()),
    config: schema/* nullish */.cl6(schema/* looseObject */._H3({
        User: schema/* nullish */.cl6(schema/* string */.YjP()),
        Env: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        Entrypoint: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        Cmd: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        WorkingDir: schema/* nullish */.cl6(schema/* string */.YjP()),
        ExposedPorts: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J())),
        Labels: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP())),
        StopSignal: schema/* nullish */.cl6(schema/* string */.YjP()),
    })),
    rootfs: schema/* looseObject */._H3({ type: schema/* literal */.euz('layers'), diff_ids: schema/* array */.YOg(manifest_digest) }),
    history: schema/* nullish */.cl6(schema/* array */.YOg(schema/* looseObject */._H3({
        created: schema/* optional */.lqM(schema/* string */.YjP()),
        created_by: schema/* optional */.lqM(schema/* string */.YjP()),
        comment: schema/* optional */.lqM(schema/* string */.YjP()),
        empty_layer: schema/* optional */.lqM(schema/* boolean */.zMY()),
    }))),
});
/** Manifests larger than this are refused: the limit that registries enforce. */
const maximumManifestBytes = 4 * 1024 * 1024; // 4 MiB
const parseManifest = parser(manifest, 'image manifest', ['manifests']);
const parseIndex = parser(index, 'image index', ['config', 'layers']);
/** An index as the referrers API answers: of an empty one some registries write `null`. */
const parseReferrers = parser(schema/* pipe */.FsL(schema/* extend */.X$i(index, { manifests: schema/* nullish */.cl6(schema/* array */.YOg(descriptor)) }), schema/* transform */.pdi((list) => ({ ...list, manifests: list.manifests ?? [] }))), 'list of referrers');
const parseImageConfig = parser(imageConfig, 'image config');
/** The bytes that are hashed and stored: compact JSON, keys in the order given, so that the same value has the same digest. */
function encodeJson(value) {
    return Buffer.from(JSON.stringify(value));
}
/** `linux/amd64`, `linux/arm64/v8`. */
function formatPlatform(value) {
    return [value.os, value.architecture, value.variant].filter(Boolean).join('/');
}
/** @param foreign keys of the other kind: a document that is both means one image to some tools and another to the rest */
function parser(schema, what, foreign = []) {
    /** @throws IngotError `unreadable`, naming the first field that is wrong */
    return (bytes, from) => {
        const fail = (why) => new errors/* IngotError */.se('unreadable', `The ${what} of ${from} is malformed: ${why}`);
        const text = Buffer.from(bytes).toString('utf8');
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            throw fail('it is not JSON');
        }
        const repeated = repeatedKey(text);
        if (repeated !== undefined)
            throw fail(`${JSON.stringify(repeated.slice(0, 80))} is in it twice, which is ambiguous`);
        const parsed = schema.safeParse(value);
        const ambiguous = parsed.success ? foreign.find((key) => key in parsed.data) : undefined;
        if (ambiguous !== undefined)
            throw fail(`${ambiguous} belongs to another kind, so it is ambiguous`);
        if (parsed.success)
            return parsed.data;
        const issue = parsed.error.issues[0];
        throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
    };
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   annotationKeys: () => (/* binding */ annotationKeys),
/* harmony export */   gp: () => (/* binding */ indexTypes)
/* harmony export */ });
/* unused harmony export rebasableLabels */
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md */
const mediaTypes = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    empty: 'application/vnd.oci.empty.v1+json',
    layerTar: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
    dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    sigstoreBundle: 'application/vnd.dev.sigstore.bundle.v0.3+json',
};
const indexTypes = [mediaTypes.index, mediaTypes.dockerList];
const manifestTypes = [mediaTypes.manifest, mediaTypes.dockerManifest];
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const annotationKeys = {
    /** `sha256:…,SIZE` of the base's config: lets a rebase ask for it a round trip earlier. A hint: the base's manifest decides. */
    baseConfig: 'dev.ingot.base.config',
    baseName: 'org.opencontainers.image.base.name',
    baseDigest: 'org.opencontainers.image.base.digest',
    created: 'org.opencontainers.image.created',
    refName: 'org.opencontainers.image.ref.name',
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    title: 'org.opencontainers.image.title',
    version: 'org.opencontainers.image.version',
};
/** An image may be rebased when its config carries this label; images made by Cloud Native Buildpacks carry the other. */
const rebasableLabels = (/* unused pure expression or super */ null && (['dev.ingot.rebasable', 'io.buildpacks.rebasable']));


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   parseReference: () => (/* binding */ parseReference)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
function isTag(text) {
    return tagPattern.test(text);
}
/**
 * Docker Hub's short forms are understood: `debian` means `docker.io/library/debian`. No tag and no digest means no
 * tag: a `latest` is never made up.
 *
 * @throws IngotError `invalid-reference`
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
function parseReference(text) {
    const at = text.lastIndexOf('@');
    const digestText = at < 0 ? undefined : text.slice(at + 1);
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digestText))
        throw malformed(text, `${digestText || 'nothing'} is not a digest`);
    const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at));
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${JSON.stringify(tag)} is not a tag`);
    const label = { ...(tag !== undefined && { tag }), ...(digestText !== undefined && { digest: digestText }) };
    if (name.startsWith('oci:')) {
        const directory = name.slice('oci:'.length);
        if (directory === '' || directory.includes('\0'))
            throw malformed(text, 'the directory of the layout is missing');
        return { kind: 'layout', directory, ...label };
    }
    const { host, path } = splitHost(name);
    if (!isHost(host))
        throw malformed(text, `${JSON.stringify(host)} is not a registry host`);
    if (!pathPattern.test(path))
        throw malformed(text, `${JSON.stringify(path)} is not a repository path (lower case only)`);
    return { kind: 'registry', host, path, ...label };
}
/** The repository without tag or digest, as `parseReference` reads it. */
function formatRepository(reference) {
    return reference.kind === 'layout' ? `oci:${reference.directory}` : `${reference.host}/${reference.path}`;
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${formatRepository(reference)}${tag}${digest}`;
}
/** The same repository, named by digest alone: what every record and every deployment holds. */
function pinned(reference, digest) {
    const { tag: _, ...rest } = reference;
    return { ...rest, digest };
}
function tagged(reference, tag) {
    if (!tagPattern.test(tag))
        throw malformed(tag, `${JSON.stringify(tag)} is not a tag`);
    const { digest: _, ...rest } = reference;
    return { ...rest, tag };
}
/** Splits at the last colon that has no slash behind it, and that is not the colon of `oci:`. */
function splitTag(text) {
    const colon = text.lastIndexOf(':');
    const isLabel = colon >= 0 && !text.slice(colon).includes('/') && text.slice(0, colon) !== 'oci';
    return isLabel ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
    if (isHost)
        return { host: first, path: name.slice(slash + 1) };
    return { host: 'docker.io', path: slash < 0 ? `library/${name}` : name };
}
/** A name that an address can hold, and that means itself there: `0x7f.1` would lead to 127.0.0.1. */
function isHost(host) {
    if (!hostPattern.test(host) || !URL.canParse(`http://${host}/`))
        return false;
    const { hostname } = new URL(`http://${host}/`);
    return hostname.startsWith('[') || hostname === host.replace(/:\d+$/, '').toLowerCase();
}
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
}


/***/ }),

/***/ 5382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.BpQ),
/* harmony export */   FsL: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL),
/* harmony export */   IeY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.IeY),
/* harmony export */   L5J: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.L5J),
/* harmony export */   Ru6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Ru6),
/* harmony export */   Whr: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Whr),
/* harmony export */   X$i: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.X$i),
/* harmony export */   YOg: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YOg),
/* harmony export */   YjP: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP),
/* harmony export */   ZnW: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.ZnW),
/* harmony export */   _H3: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__._H3),
/* harmony export */   aig: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.aig),
/* harmony export */   cl6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.cl6),
/* harmony export */   euz: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.euz),
/* harmony export */   g1P: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.g1P),
/* harmony export */   k5n: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.k5n),
/* harmony export */   lqM: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.lqM),
/* harmony export */   pdi: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi),
/* harmony export */   rej: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.rej),
/* harmony export */   yjt: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.yjt),
/* harmony export */   zMY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.zMY)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8532);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5277);


// It has no words of its own for what is wrong.
(0,zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)((0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)());
/** The small face of zod, for what every command loads: import it as `* as z`, so that only what is used is bundled. */



/***/ })

};
