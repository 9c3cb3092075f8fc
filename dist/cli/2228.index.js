export const id = 2228;
export const ids = [2228];
export const modules = {

/***/ 8259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ attestedBy),
/* harmony export */   k: () => (/* binding */ attestationOf)
/* harmony export */ });
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


/***/ }),

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ baseAnnotations)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50261);

/**
 * How a manifest records its immediate base: `patch` and `rebase` go by these.
 *
 * @param name as it was written, without a digest; absent for scratch
 * @param config the base's, where it is known: saves a rebase a round trip
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
function baseAnnotations(name, digest, config) {
    return {
        ...(name !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.baseName]: name }),
        ...(digest !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.baseDigest]: digest }),
        ...(config !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.baseConfig]: `${config.digest},${config.size}` }),
    };
}


/***/ }),

/***/ 52228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bakeBuildkit: () => (/* reexport */ bakeBuildkit),
  cacheKind: () => (/* reexport */ cacheKind),
  checkBuildx: () => (/* reexport */ checkBuildx),
  checkContext: () => (/* reexport */ checkContext),
  chooseBuilder: () => (/* reexport */ chooseBuilder),
  findSources: () => (/* reexport */ findSources),
  mayWriteCache: () => (/* reexport */ mayWriteCache),
  normalPlatform: () => (/* reexport */ normalPlatform),
  parseBakeTarget: () => (/* reexport */ parseBakeTarget),
  parseContext: () => (/* reexport */ parseContext),
  parseSecret: () => (/* reexport */ parseSecret),
  printBakeFile: () => (/* reexport */ printBakeFile),
  readDockerfile: () => (/* reexport */ readDockerfile),
  refuseSecretArguments: () => (/* reexport */ refuseSecretArguments),
  toolEnvironment: () => (/* reexport */ toolEnvironment)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/index.js + 14 modules
var lib_image = __webpack_require__(10366);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(17535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(23940);
// EXTERNAL MODULE: ./lib/bake/base-annotations.js
var base_annotations = __webpack_require__(5263);
// EXTERNAL MODULE: ./lib/bake/describe-platform.js
var describe_platform = __webpack_require__(63750);
// EXTERNAL MODULE: ./lib/bake/unchanged.js
var unchanged = __webpack_require__(52376);
;// CONCATENATED MODULE: ./lib/bake/buildkit/argv.js

/** The arguments of `docker`. No value of a secret is ever among them. */
function buildArguments(plan) {
    const { definition, files, builder, sbom } = plan;
    const { context, target, network, platforms } = definition;
    return [
        ...['buildx', 'build', '--progress', 'plain'],
        ...flag('--builder', builder),
        ...['--file', files.dockerfile, '--metadata-file', files.metadata],
        ...['--platform', platforms.join(',')],
        ...['--output', outputOf(plan.output)],
        ...['--provenance', 'mode=max'],
        ...['--sbom', sbom === undefined ? 'false' : csv([`generator=${at(sbom)}`])],
        ...flag('--target', target),
        ...(network === undefined ? [] : ['--network', network]),
        // Only builders that allow it grant this; without it the build is refused, and says so.
        ...(network === 'host' ? ['--allow', 'network.host'] : []),
        ...(definition.noCache ? ['--no-cache'] : []),
        ...pairs('--build-arg', definition.arguments),
        ...pairs('--label', definition.labels),
        ...contextArguments(plan),
        ...annotationArguments(plan),
        ...definition.secrets.flatMap((secret) => [
            '--secret',
            csv([`id=${secret.id}`, secret.from === 'env' ? `env=${secret.name}` : `src=${secret.path}`]),
        ]),
        ...definition.ssh.flatMap((ssh) => ['--ssh', ssh]),
        ...definition.cacheFrom.flatMap((cache) => ['--cache-from', cache]),
        ...definition.cacheTo.flatMap((cache) => ['--cache-to', cache]),
        context,
    ];
}
/** @see https://docs.docker.com/build/exporters/image-registry/ */
function outputOf(output) {
    // Times below the epoch's make the bytes follow from the sources alone.
    const common = ['oci-mediatypes=true', 'rewrite-timestamp=true'];
    if (output.kind === 'layout')
        return csv(['type=oci', `dest=${output.directory}`, 'tar=false', ...common]);
    // Not kept under that name by an engine that keeps images, too: two builds at once, a platform each, would contend for it.
    const byDigest = ['push-by-digest=true', 'name-canonical=true', 'push=true', 'store=false'];
    return csv(['type=image', `name=${output.repository}`, ...byDigest, ...common]);
}
function contextArguments({ definition, contexts }) {
    return [...definition.contexts].flatMap(([name, context]) => {
        const image = contexts.get(name);
        if (context.kind === 'directory')
            return ['--build-context', `${name}=${context.path}`];
        return image === undefined ? [] : ['--build-context', `${name}=${contextSource(image)}`];
    });
}
function contextSource({ reference, digest }) {
    if (reference.kind === 'layout')
        return `oci-layout://${reference.directory}@${digest}`;
    return `docker-image://${at({ reference, digest })}`;
}
function annotationArguments({ annotations, indexAnnotations }) {
    const own = [...annotations].flatMap(([platform, record]) => Object.entries(record).flatMap(([key, value]) => ['--annotation', `manifest[${platform}]:${key}=${value}`]));
    return [
        ...own,
        ...Object.entries(indexAnnotations).flatMap(([key, value]) => ['--annotation', `index:${key}=${value}`]),
    ];
}
function at({ reference, digest }) {
    return (0,oci_reference.formatReference)(reference.tag === undefined ? (0,oci_reference.pinned)(reference, digest) : { ...reference, digest });
}
function pairs(name, record) {
    return Object.entries(record).flatMap(([key, value]) => [name, `${key}=${value}`]);
}
function flag(name, value) {
    return value === undefined ? [] : [name, value];
}
/** Docker reads these as one line of comma-separated values. */
function csv(fields) {
    return fields.map((field) => (/[",\s]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

// EXTERNAL MODULE: ./lib/exec/index.js + 4 modules
var exec = __webpack_require__(19668);
;// CONCATENATED MODULE: ./lib/bake/buildkit/failures.js

const otherDriver = 'Make a builder that can: docker buildx create --driver docker-container --use';
/** What BuildKit and buildx say, the more particular first, and what to do about it. */
const failures = [
    {
        says: /for (?:the )?docker driver|docker exporter does not currently support exporting manifest lists/i,
        reason: 'unsupported',
        advice: otherDriver,
    },
    {
        says: /denied by policy/,
        reason: 'base-not-approved',
        advice: 'Only images that are found before the build may be read: give it a FROM, or a COPY --from, in the Dockerfile itself; a base with ONBUILD needs its images named there too',
    },
    {
        says: /dockerfile parse error|unknown instruction|failed to parse stage name|base name .* should not be blank/i,
        reason: 'invalid-input',
        advice: 'Correct the Dockerfile; `docker buildx build --check .` shows more',
    },
    {
        says: /no builder .* found|could not find builder/i,
        reason: 'not-found',
        advice: 'Name a builder that `docker buildx ls` shows, or make one: docker buildx create --name NAME',
    },
    {
        says: /unknown flag|unknown shorthand flag/i,
        reason: 'unsupported',
        advice: 'Use buildx 0.13 or newer: https://github.com/docker/buildx#installing',
    },
    {
        says: /no space left on device/i,
        reason: 'unwritable',
        advice: 'Make room where the builder keeps its data: docker buildx prune',
    },
    {
        says: /entitlement|network\.host is not allowed/i,
        reason: 'unsupported',
        advice: "Let the builder grant it: docker buildx create --buildkitd-flags '--allow-insecure-entitlement network.host'",
    },
    {
        says: /exec format error/i,
        reason: 'unsupported',
        advice: 'Bake each platform on a machine of its own and join them, or set up emulation in the builder',
    },
    {
        says: /secret [^:]*:? not found|failed to .*ssh|no SSH key/i,
        reason: 'invalid-input',
        advice: 'Give what the Dockerfile mounts: --secret id=NAME,env=VARIABLE, or --ssh default',
    },
    {
        says: /did not complete successfully: exit code/i,
        reason: 'tool-failed',
        advice: 'The log above shows what the step has said',
    },
    {
        says: /\b401\b|\b403\b|unauthorized|insufficient[_ ]scope|authorization failed|no basic auth|access (?:is )?denied|denied: /i,
        reason: 'unauthorized',
        advice: 'Log in with docker login before the build: the builder uses those credentials',
    },
    {
        says: /cannot connect to the docker daemon|failed to dial|connection refused|no such host|failed to list workers|listing workers|i\/o timeout|transport is closing|connection reset|deadline exceeded/i,
        reason: 'unreachable',
        advice: 'See that the builder runs (docker buildx inspect --bootstrap) and reaches the registry',
    },
    {
        says: /failed to read dockerfile|failed to (?:compute cache key|calculate checksum)|"[^"]*": not found|no such file or directory/i,
        reason: 'not-found',
        advice: 'Check the path against the build context, and what .dockerignore leaves out',
    },
    {
        says: /too many requests|toomanyrequests|\b429\b/i,
        reason: 'unreachable',
        advice: 'The registry asks for fewer requests: log in, or try again later',
    },
];
/** The end of buildx's own words as an error with a name. */
function buildFailure(stderr, exitCode) {
    const said = lastWords(stderr);
    const known = failures.find(({ says }) => says.test(said));
    const message = `docker buildx build failed with exit code ${exitCode}${said === '' ? '' : `: ${said}`}`;
    if (known === undefined)
        return new errors/* IngotError */.se('tool-failed', message);
    return new errors/* IngotError */.se(known.reason, message, { advice: known.advice });
}
const longestMessage = 1500;
/** buildx ends with a line that says ERROR; when there is none, with its last lines. */
function lastWords(stderr) {
    const lines = stderr.split('\n').map((line) => line.trim());
    const error = lines.findLastIndex((line) => /^error:/i.test(line));
    const words = error < 0 ? lines.filter(Boolean).slice(-5) : lines.slice(error).filter(Boolean);
    return words
        .join(' ')
        .replace(/^error:\s*/i, '')
        .slice(0, longestMessage);
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/buildx.js



const longestBuild = 6 * 60 * 60 * 1000; // six hours: as long as a job on GitHub's machines may take
const anyExitCode = Array.from({ length: 256 }, (_, code) => code);
const install = 'Install Docker with buildx 0.13 or newer: https://github.com/docker/buildx#installing';
/**
 * Runs a build to its end, its progress handed on as it comes. Cancelled, buildx is told and then killed.
 *
 * @throws IngotError as the table of failures names it; `not-found` without docker; `cancelled`
 */
async function build(args, options) {
    const { exitCode, stderr } = await (0,exec/* run */.e)('docker', args, {
        env: options.env,
        timeoutMilliseconds: longestBuild,
        onLine: options.onLine,
        redact: options.redact,
        signal: options.signal,
        acceptedExitCodes: anyExitCode,
        install,
    });
    if (exitCode !== 0)
        throw buildFailure(stderr, exitCode);
}
/**
 * Sees that buildx is there and new enough, before anything else is tried.
 *
 * @throws IngotError `not-found`, `unsupported`
 */
async function checkBuildx(env, signal) {
    const options = { env, signal, acceptedExitCodes: anyExitCode, install, timeoutMilliseconds: 30_000 };
    const { stdout, stderr, exitCode } = await (0,exec/* run */.e)('docker', ['buildx', 'version'], options);
    if (exitCode !== 0) {
        const said = stderr.trim().split('\n')[0] ?? '';
        throw new errors/* IngotError */.se('not-found', `docker has no buildx${said && `: ${said}`}`, { advice: install });
    }
    refuseOldBuildx(stdout);
}
/** @throws IngotError `unsupported` below 0.13; what states no version, such as a build of one's own, is let through */
function refuseOldBuildx(version) {
    const [, major, minor] = /\bv?(\d+)\.(\d+)\.\d+/.exec(version) ?? [];
    if (major === undefined || Number(major) > 0 || Number(minor) >= 13)
        return;
    throw new errors/* IngotError */.se('unsupported', `buildx ${major}.${minor} is too old to build reproducibly`, { advice: install });
}
/**
 * A target of a bake file with all variables and inheritance resolved, as JSON text.
 *
 * @throws IngotError `invalid-input` with what buildx says about the file
 */
async function printBakeFile(bake, env, signal) {
    const args = ['buildx', 'bake', '--file', bake.file, '--print', bake.target];
    const options = { cwd: bake.directory, env, signal, acceptedExitCodes: anyExitCode, install };
    const { stdout, stderr, exitCode } = await (0,exec/* run */.e)('docker', args, options);
    if (exitCode === 0)
        return stdout;
    const said = stderr.trim().split('\n').slice(-5).join(' ');
    throw new errors/* IngotError */.se('invalid-input', `The bake file ${bake.file} cannot be resolved: ${said}`);
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/cache.js

/** Caches whose access is the registry's, the runner's or the disk's own: no key stands in their settings. */
const kinds = ['registry', 'gha', 'local'];
/**
 * The type of a cache setting as `--cache-from` and `--cache-to` take it; a reference alone means a registry.
 *
 * @throws IngotError `invalid-input` for other types, and for a setting that holds a credential
 */
function cacheKind(setting) {
    const fields = setting.split(',').map((field) => field.trim());
    if (fields.length === 1 && !setting.includes('='))
        return 'registry';
    const secret = fields.find((field) => /^[^=]*(?:token|secret|password|access_key)[^=]*=/i.test(field));
    if (secret !== undefined) {
        throw new errors/* IngotError */.se('invalid-input', `A cache setting holds ${secret.split('=')[0]}, which arguments must not`, {
            advice: 'Log in to the registry instead: BuildKit uses the same credentials as docker',
        });
    }
    const type = fields.find((field) => field.startsWith('type='))?.slice('type='.length);
    const kind = kinds.find((known) => known === type);
    if (kind !== undefined)
        return kind;
    throw new errors/* IngotError */.se('invalid-input', `A cache of type ${JSON.stringify(type ?? '')} is not used here`, {
        advice: `Use ${kinds.map((known) => `type=${known}`).join(', ')}`,
    });
}
/** Who asks for code that is not reviewed yet may read a cache, and must not write what later builds will trust. */
function mayWriteCache(env) {
    return !['pull_request', 'pull_request_target', 'merge_group'].includes(env.GITHUB_EVENT_NAME ?? '');
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/environment.js

/** What docker and buildx need to find themselves, their builders and the credentials that `docker login` has kept. */
const own = [
    ...['PATH', 'HOME', 'USER', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR'],
    ...['DOCKER_CONFIG', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'],
    ...['BUILDX_CONFIG', 'BUILDX_BUILDER', 'KUBECONFIG', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
    ...['SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES'],
];
/** The token of the runner's cache goes to a build only when that cache is asked for. */
const ofCache = ['ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_SERVICE_V2'];
/** The environment of buildx: nothing that is not named here, no token of the job among it. */
function buildEnvironment(env, definition, chosen) {
    const caches = [...definition.cacheFrom, ...definition.cacheTo].map(cacheKind);
    const names = [
        ...own,
        ...(definition.ssh.length > 0 ? ['SSH_AUTH_SOCK'] : []),
        ...(caches.includes('gha') ? ofCache : []),
        ...definition.secrets.flatMap((secret) => (secret.from === 'env' ? [secret.name] : [])),
    ];
    return {
        ...pick(env, names),
        SOURCE_DATE_EPOCH: String(chosen.epochSeconds),
        EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: chosen.sourcePolicy,
        // Attestations are asked for by argument, and read from where they are pushed to.
        BUILDX_METADATA_PROVENANCE: 'disabled',
        DOCKER_CLI_HINTS: 'false',
        NO_COLOR: '1',
    };
}
/** The environment of questions to buildx, which build nothing. */
function toolEnvironment(env) {
    return pick(env, own);
}
function pick(env, names) {
    return Object.fromEntries(names.map((name) => [name, env[name]]));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
// EXTERNAL MODULE: ./lib/bake/attestation.js
var attestation = __webpack_require__(8259);
;// CONCATENATED MODULE: ./lib/bake/buildkit/materials.js




const material = schemas/* looseObject */._H3({ uri: schemas/* string */.YjP(), digest: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional() });
const statement = schemas/* looseObject */._H3({
    predicateType: schemas/* string */.YjP().startsWith('https://slsa.dev/provenance/'),
    predicate: schemas/* looseObject */._H3({
        materials: schemas/* array */.YOg(material).nullish(), // v0.2
        buildDefinition: schemas/* looseObject */._H3({ resolvedDependencies: schemas/* array */.YOg(material).nullish() }).optional(), // v1
    }),
});
const maximumProvenanceBytes = 16 * 1024 * 1024; // 16 MiB; with `mode=max` it holds the whole build graph
/**
 * What the provenance of one platform's image lists.
 *
 * @throws IngotError `tool-failed` when there is no provenance, `unreadable` when it is malformed
 */
async function readMaterials(store, index, image, options) {
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const found = [];
    let isThere = false;
    for (const child of index.manifests.filter((one) => (0,attestation/* attestedBy */.W)(one) === image)) {
        const stored = await store.readManifest(child.digest, call);
        if (stored === undefined)
            continue;
        const from = `${store.repository}@${child.digest}`;
        for (const layer of (0,manifest/* parseManifest */.Ng)(stored.bytes, from).layers) {
            if (!layer.annotations?.['in-toto.io/predicate-type']?.startsWith('https://slsa.dev/provenance/'))
                continue;
            if (layer.size > maximumProvenanceBytes) {
                throw new errors/* IngotError */.se('size-exceeded', `The provenance in ${from} claims ${layer.size} bytes`);
            }
            const parts = [];
            for await (const part of store.readBlob(layer, call))
                parts.push(part);
            found.push(...parseMaterials(Buffer.concat(parts).toString('utf8'), from));
            isThere = true;
        }
    }
    if (isThere)
        return found;
    throw new errors/* IngotError */.se('tool-failed', `BuildKit has written no provenance for ${store.repository}@${image}`, {
        advice: 'Use BuildKit 0.13 or newer, in a builder of driver docker-container, kubernetes or remote',
    });
}
/** @throws IngotError `unreadable` */
function parseMaterials(text, from) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new errors/* IngotError */.se('unreadable', `The provenance in ${from} is not JSON`);
    }
    const parsed = statement.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new errors/* IngotError */.se('unreadable', `The provenance in ${from} is malformed: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { materials, buildDefinition } = parsed.data.predicate;
    const listed = [...(materials ?? []), ...(buildDefinition?.resolvedDependencies ?? [])];
    return listed.map(({ uri, digest }) => ({ uri, sha256: digest?.sha256 }));
}
/** Images among the materials that are none of the digests which were found before the build. */
function strangersAmong(materials, found) {
    const known = new Set(found.map((digest) => digest.slice('sha256:'.length)));
    const images = materials.filter(({ uri }) => /^pkg:(?:docker|oci)\//.test(uri));
    return [...new Set(images.filter(({ sha256 }) => !known.has(sha256)).map(nameOf))];
}
/** What a build has read from the network besides images. */
function downloadsAmong(materials) {
    return [...new Set(materials.filter(({ uri }) => /^(?:https?|git|ssh):/.test(uri)).map(nameOf))];
}
function nameOf({ uri, sha256 }) {
    const name = uri.replace(/[?#].*$/, '');
    return sha256 === undefined ? name : `${name} (sha256:${sha256})`;
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/bake/buildkit/metadata.js




const metadata = schemas/* looseObject */._H3({
    'containerimage.digest': schemas/* custom */.IeY((value) => typeof value === 'string' && (0,digest.isDigest)(value), 'is no digest'),
});
/**
 * The digest that `--metadata-file` names.
 *
 * @throws IngotError `tool-failed` when buildx has written none
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 */
async function readMetadata(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* IngotError */.se('tool-failed', 'docker buildx ended well, and has not said what it built', { cause });
    });
    return parseMetadata(text);
}
function parseMetadata(text) {
    try {
        return metadata.parse(JSON.parse(text))['containerimage.digest'];
    }
    catch (cause) {
        throw new errors/* IngotError */.se('tool-failed', 'docker buildx has written no digest of an image into its metadata', {
            advice: 'Use a builder that can push by digest: docker buildx create --driver docker-container --use',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/progress.js
/** Follows the plain progress of a build: what came from the cache, and no more of the log than people can read. */
class Progress {
    log;
    maximumLines;
    #shown = 0;
    #steps = new Map();
    constructor(log, maximumLines = 20_000) {
        this.log = log;
        this.maximumLines = maximumLines;
    }
    /** One line as buildx writes it: `#7 [linux/amd64 app 2/4] COPY …`, `#7 CACHED`. */
    line(text) {
        const line = text.trimEnd();
        this.#follow(line);
        if (line === '')
            return;
        this.#shown += 1;
        if (this.#shown <= this.maximumLines)
            this.log(line);
        else if (this.#shown === this.maximumLines + 1)
            this.log('(the build says more than is shown here)');
    }
    /** `3 of 7 steps`; undefined when no step of this platform was seen. */
    cached(platform) {
        const own = [...this.#steps.values()].filter((step) => step.platform === undefined || step.platform === platform);
        if (own.length === 0)
            return undefined;
        return `${own.filter(({ cached }) => cached).length} of ${own.length} steps`;
    }
    #follow(line) {
        const [, vertex = '', rest = ''] = /^#(\d+) (.*)$/.exec(line) ?? [];
        const step = /^\[(?:([a-z0-9]+\/[a-z0-9_/.]+) )?(?:\S+ )?\d+\/\d+\] /.exec(rest);
        if (step !== null)
            this.#steps.set(vertex, { platform: step[1], cached: false });
        const known = this.#steps.get(vertex);
        if (rest === 'CACHED' && known !== undefined)
            this.#steps.set(vertex, { ...known, cached: true });
    }
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/source-policy.js

/**
 * What BuildKit may read: each image that was found gets the very digest that was checked, and any other one is denied,
 * whoever asks for it (a Dockerfile, an `ONBUILD` of a base, a frontend).
 *
 * @see https://github.com/moby/buildkit/blob/v0.13.2/docs/build-repro.md#pinning-dependencies
 */
function sourcePolicy(approved) {
    const images = approved.filter(({ reference }) => reference.kind === 'registry');
    const exact = images.map(({ reference, digest }) => {
        const asked = identifier(reference.tag === undefined && reference.digest === undefined ? latest(reference) : reference);
        return {
            asked,
            given: identifier({ ...reference, ...tagOf(reference), digest }),
            pinned: identifier((0,oci_reference.pinned)(reference, digest)),
        };
    });
    const convert = exact
        .filter(({ asked, given, pinned }) => asked !== given && asked !== pinned)
        .map(({ asked, given }) => rule('CONVERT', asked, given));
    const allowed = new Set(exact.flatMap(({ given, pinned }) => [given, pinned]));
    // Of the rules that allow or deny, the last that fits decides.
    const rules = [...convert, rule('DENY', 'docker-image://*'), ...[...allowed].map((image) => rule('ALLOW', image))];
    return JSON.stringify({ rules: [...new Map(rules.map((one) => [JSON.stringify(one), one])).values()] }, null, 2);
}
function rule(action, image, to) {
    return { action, selector: { identifier: image }, ...(to !== undefined && { updates: { identifier: to } }) };
}
function identifier(reference) {
    return `docker-image://${(0,oci_reference.formatReference)(reference)}`;
}
/** A Dockerfile means this tag when it names none. */
function latest(reference) {
    return { ...reference, tag: 'latest' };
}
function tagOf(reference) {
    if (reference.digest !== undefined && reference.tag === undefined)
        return {};
    return { tag: reference.tag ?? 'latest' };
}

// EXTERNAL MODULE: ./lib/bake/created.js
var created = __webpack_require__(82845);
;// CONCATENATED MODULE: ./lib/bake/buildkit/context-key.js

/**
 * The name under which BuildKit looks for a context in place of an image: short for Docker Hub's, and without `:latest`.
 *
 * @throws IngotError `invalid-reference` when it cannot be the name of an image
 * @see https://github.com/moby/buildkit/blob/v0.13.2/frontend/dockerui/namedcontext.go
 */
function contextKey(name) {
    const reference = (0,oci_reference.parseReference)(name);
    if (reference.kind === 'layout')
        return name;
    const hub = reference.path.replace(/^library\/(?=[^/]+$)/, '');
    const repository = reference.host === 'docker.io' ? hub : `${reference.host}/${reference.path}`;
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${repository}${tag}${digest}`.replace(/:latest$/, '');
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/failure.js

/** What is wrong with a Dockerfile, where. */
function wrongDockerfile(line, why, advice) {
    return new errors/* IngotError */.se('invalid-input', `Line ${line} of the Dockerfile: ${why}`, {
        advice: advice ?? 'Correct the line; `docker buildx build --check .` shows what BuildKit makes of it',
    });
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/lexer.js
/** A word of a Dockerfile that cannot be read: what is wrong with it, without where. */
class LexerError extends Error {
}
/**
 * Quotes, escapes and variables as a Dockerfile has them: the shell's, with `${x:-y}`, `${x:+y}`, `${x:?y}` and the same
 * without a colon. Patterns (`${x#y}`, `${x%y}`, `${x/y/z}`) are not followed.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
class Lexer {
    #at = 0;
    #keepEscapes;
    #text;
    #options;
    constructor(text, options) {
        this.#text = text;
        this.#options = options;
        this.#keepEscapes = options.keepEscapes === true;
    }
    /** The whole text as one. @throws LexerError */
    word() {
        return this.#until(undefined).result;
    }
    /** The text as words, as blanks outside quotes divide it. @throws LexerError */
    words() {
        return this.#until(undefined).words;
    }
    #until(stop) {
        const words = [];
        let result = '';
        let word = '';
        const split = () => {
            if (word !== '')
                words.push(word);
            word = '';
        };
        const add = (text, divisible) => {
            result += text;
            for (const character of text) {
                if (divisible && /\s/.test(character))
                    split();
                else
                    word += character;
            }
        };
        while (this.#at < this.#text.length) {
            const character = this.#peek();
            if (character === stop) {
                this.#at += 1;
                split();
                return { result, words };
            }
            if (character === '$')
                add(this.#dollar(), true);
            else if (character === "'")
                add(this.#single(), false);
            else if (character === '"')
                add(this.#double(), false);
            else if (character === '<')
                add(this.#redirection(), false);
            else if (character === this.#options.escape)
                add(this.#escaped(), false);
            else
                add(this.#next(), true);
        }
        if (stop !== undefined)
            throw new LexerError(`${stop} is missing`);
        split();
        return { result, words };
    }
    #escaped() {
        const mark = this.#next();
        return `${this.#keepEscapes ? mark : ''}${this.#next()}`;
    }
    #single() {
        const end = this.#text.indexOf("'", this.#at + 1);
        if (end < 0)
            throw new LexerError('a single quote is not closed');
        const quoted = this.#text.slice(this.#at, end + 1);
        this.#at = end + 1;
        return this.#options.keepQuotes ? quoted : quoted.slice(1, -1);
    }
    #double() {
        const quote = this.#options.keepQuotes ? '"' : '';
        let result = quote;
        this.#at += 1;
        for (;;) {
            const character = this.#peek();
            if (character === '')
                throw new LexerError('a double quote is not closed');
            if (character === '"') {
                this.#at += 1;
                return `${result}${quote}`;
            }
            if (character === '$')
                result += this.#dollar();
            else if (character !== this.#options.escape)
                result += this.#next();
            else
                result += this.#escapedInQuotes();
        }
    }
    /** Only what would otherwise mean something is escaped in quotes; in front of all else the character stands for itself. */
    #escapedInQuotes() {
        const mark = this.#next();
        const isSpecial = ['"', '$', this.#options.escape].includes(this.#peek());
        const kept = this.#keepEscapes ? mark : '';
        if (this.#peek() === '')
            return kept;
        return isSpecial ? `${kept}${this.#next()}` : `${kept}${mark}`;
    }
    /** Two angle brackets take the blanks behind them along: the word of a here-document may stand apart. */
    #redirection() {
        const [found = '<'] = /^<<[ \t]*|^</.exec(this.#text.slice(this.#at)) ?? [];
        this.#at += found.length;
        return found;
    }
    #dollar() {
        this.#at += 1;
        if (this.#peek() !== '{') {
            const name = this.#name();
            return name === '' ? '$' : this.#value(name, `$${name}`);
        }
        this.#at += 1;
        if (['', '{', '}', ':'].includes(this.#peek()))
            throw new LexerError('${ is followed by no name');
        const name = this.#name();
        const colon = this.#peek() === ':' ? this.#next() : '';
        const operator = this.#next();
        if (operator === '}' && colon === '')
            return this.#value(name, `\${${name}}`);
        if (operator === '/' && colon === '')
            return this.#replacement(name);
        if (!['-', '+', '?', '#', '%'].includes(operator))
            throw new LexerError(`\${${name}${colon}${operator} is unknown`);
        return this.#substituted(name, colon, operator);
    }
    #substituted(name, colon, operator) {
        const isPattern = operator === '#' || operator === '%';
        if (isPattern && colon !== '')
            throw new LexerError(`\${${name}${colon}${operator} is unknown`);
        const word = this.#inner('}', isPattern);
        const value = this.#options.variables.get(name);
        if (value === undefined && this.#options.keepUnset)
            return `\${${name}${colon}${operator}${word}}`;
        if (isPattern)
            throw unfollowed(name, operator);
        const isUnset = value === undefined || (colon !== '' && value === '');
        if (operator === '-')
            return isUnset ? word : value;
        if (operator === '+')
            return isUnset ? '' : word;
        if (isUnset)
            throw new LexerError(`${name}: ${word || 'it must be given'}`);
        return value;
    }
    #replacement(name) {
        if (this.#peek() === '/')
            this.#at += 1;
        const pattern = this.#inner('/', true);
        const by = this.#inner('}', true);
        const isSet = this.#options.variables.has(name);
        if (!isSet && this.#options.keepUnset)
            return `\${${name}/${pattern}/${by}}`;
        throw unfollowed(name, '/');
    }
    #inner(stop, keepEscapes) {
        const before = this.#keepEscapes;
        this.#keepEscapes = keepEscapes;
        const { result } = this.#until(stop);
        this.#keepEscapes = before;
        return result;
    }
    #value(name, written) {
        const value = this.#options.variables.get(name);
        return value ?? (this.#options.keepUnset ? written : '');
    }
    #name() {
        const [name = ''] = /^(?:\d+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(this.#text.slice(this.#at)) ?? [];
        this.#at += name.length;
        return name;
    }
    #peek() {
        return this.#text[this.#at] ?? '';
    }
    #next() {
        return this.#text[this.#at++] ?? '';
    }
}
function unfollowed(name, operator) {
    return new LexerError(`\${${name}${operator}…} is a pattern, which is not followed here`);
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/images.js




/**
 * The images that a build for one platform will read. Stages that the target does not need are not built, so their images
 * do not count.
 *
 * @throws IngotError `invalid-input` with the line
 */
function imagesOf(dockerfile, choices) {
    const resolver = new Resolver(dockerfile, choices);
    const target = resolver.target();
    const needed = new Map();
    const seen = new Set();
    const visit = (stage) => {
        if (seen.has(stage))
            return;
        seen.add(stage);
        for (const source of resolver.sourcesOf(stage)) {
            if (source.kind === 'stage')
                visit(source.stage);
            if (source.kind === 'needed')
                needed.set(keyOf(source.needed), source.needed);
        }
    };
    visit(target);
    const base = resolver.baseOf(target);
    if (base !== undefined)
        needed.delete(keyOf(base));
    return { base, others: [...needed.values()] };
}
function keyOf({ name, platform }) {
    return `${contextKey(name)} ${platform}`;
}
class Resolver {
    file;
    choices;
    #variables;
    constructor(file, choices) {
        this.file = file;
        this.choices = choices;
        this.#variables = platformVariables(choices);
        for (const { name, value, line } of file.globals) {
            const given = choices.arguments[name] ?? (value === undefined ? undefined : this.#expand(value, line));
            if (given !== undefined)
                this.#variables.set(name, given);
        }
    }
    target() {
        const { target } = this.choices;
        const stages = this.file.stages;
        const found = target === undefined ? stages.at(-1) : stages.findLast(({ name }) => name === target.toLowerCase());
        if (found !== undefined)
            return found;
        const names = stages.flatMap(({ name }) => name ?? []);
        throw new errors/* IngotError */.se('invalid-input', `The Dockerfile has no stage ${JSON.stringify(target)}`, {
            advice: names.length === 0 ? 'None of its stages has a name' : `Its stages are ${names.join(', ')}`,
        });
    }
    /** The image below a stage and the stages that it is built on. A stage only builds on earlier ones, so this ends. */
    baseOf(stage) {
        const source = this.#below(stage);
        if (source.kind === 'stage')
            return this.baseOf(source.stage);
        return source.kind === 'needed' ? source.needed : undefined;
    }
    sourcesOf(stage) {
        // A context of its name stands for the whole stage: what it copies is not copied.
        if (this.#isReplaced(stage))
            return [this.#below(stage)];
        const copied = stage.sources.map(({ from, byNumber, line }) => {
            const number = byNumber && /^\d+$/.test(from) ? Number(from) : undefined;
            const other = number === undefined ? this.#named(from, this.file.stages) : this.file.stages[number];
            if (other !== undefined)
                return { kind: 'stage', stage: other };
            if (number !== undefined)
                throw wrongDockerfile(line, `there is no stage ${number}`);
            return this.#external(from, this.choices.platform, line);
        });
        return [this.#below(stage), ...copied];
    }
    #below(stage) {
        const { line } = stage;
        const platform = stage.platform === undefined ? this.choices.platform : this.#expand(stage.platform, line);
        if (platform === '')
            throw wrongDockerfile(line, `--platform=${stage.platform} is empty`);
        if (this.#isReplaced(stage)) {
            return { kind: 'needed', needed: { kind: 'context', name: stage.name ?? '', platform, line } };
        }
        const name = this.#expand(stage.base, line);
        if (name === '') {
            throw wrongDockerfile(line, `FROM ${stage.base} names nothing`, 'Give the build argument that it needs');
        }
        const earlier = this.#named(name, this.file.stages.slice(0, this.file.stages.indexOf(stage)));
        return earlier === undefined ? this.#external(name, platform, line) : { kind: 'stage', stage: earlier };
    }
    #external(name, platform, line) {
        if (name === 'scratch')
            return { kind: 'scratch' };
        const kind = this.choices.contexts.has(keyAt(name, line)) ? 'context' : 'image';
        return { kind: 'needed', needed: { kind, name, platform, line } };
    }
    #isReplaced({ name }) {
        return name !== undefined && this.choices.contexts.has(name);
    }
    #named(name, stages) {
        return stages.findLast((stage) => stage.name === name.toLowerCase());
    }
    #expand(text, line) {
        try {
            return new Lexer(text, { escape: this.file.escape, variables: this.#variables }).word();
        }
        catch (thrown) {
            if (thrown instanceof LexerError)
                throw wrongDockerfile(line, `${text} cannot be read: ${thrown.message}`);
            throw thrown;
        }
    }
}
function keyAt(name, line) {
    try {
        return contextKey(name);
    }
    catch (thrown) {
        throw wrongDockerfile(line, `${JSON.stringify(name)} is no image: ${thrown.message}`);
    }
}
/** @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformVariables({ platform, buildPlatform, target, arguments: given }) {
    const variables = new Map();
    for (const [prefix, written] of [['TARGET', platform], ['BUILD', buildPlatform]]) {
        const [os = '', architecture = '', variant = ''] = written.split('/');
        const values = { PLATFORM: written, OS: os, OSVERSION: '', ARCH: architecture, VARIANT: variant };
        for (const [name, value] of Object.entries(values))
            variables.set(`${prefix}${name}`, value);
    }
    variables.set('TARGETSTAGE', target ?? 'default');
    for (const name of variables.keys())
        variables.set(name, given[name] ?? variables.get(name) ?? '');
    return variables;
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/directives.js

const known = ['syntax', 'escape', 'check'];
/**
 * Reads the parser directives, which end at the first line that is none. `syntax` is also taken from comments that begin
 * with two slashes and from a JSON document, behind a `#!` line, as BuildKit does.
 *
 * @throws IngotError `invalid-input` when one is given twice, or `escape` is neither a backslash nor a backtick
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
function readDirectives(text) {
    const { escape: mark = '\\' } = directivesOf(text, '#', 0);
    if (mark !== '\\' && mark !== '`') {
        throw wrongDockerfile(1, `${JSON.stringify(mark)} cannot be the escape character`, 'Use a backslash or a backtick');
    }
    const end = text.indexOf('\n');
    const shebang = text.startsWith('#!');
    const rest = shebang ? text.slice(end < 0 ? text.length : end + 1) : text;
    const first = shebang ? 1 : 0;
    const syntax = directivesOf(rest, '#', first).syntax ?? directivesOf(rest, '//', first).syntax ?? syntaxOfDocument(rest);
    return { escape: mark, syntax: syntax?.split(' ')[0] };
}
function directivesOf(text, comment, linesBefore) {
    const found = {};
    for (const [i, line] of text.split('\n').entries()) {
        // In front of a comment that is read as instructions there may be blanks; there are none before a syntax line.
        const match = line.startsWith(comment) && /^\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line.slice(comment.length));
        const name = match ? (match[1] ?? '').toLowerCase() : '';
        if (!match || !known.includes(name))
            break;
        if (name in found)
            throw wrongDockerfile(linesBefore + i + 1, `only one ${name} directive may be given`);
        found[name] = match[2] ?? '';
    }
    return found;
}
function syntaxOfDocument(text) {
    if (!text.trimStart().startsWith('{'))
        return undefined;
    try {
        const value = JSON.parse(text);
        const syntax = typeof value === 'object' && value !== null ? Reflect.get(value, 'syntax') : undefined;
        return typeof syntax === 'string' ? syntax : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/heredoc.js

/** The here-documents that an instruction begins, in order. What no shell could read begins none, as in BuildKit. */
function heredocsOf(instruction) {
    if (!instruction.includes('<<'))
        return [];
    const raw = wordsOf(instruction, { keepQuotes: true, keepEscapes: true });
    return raw.flatMap((written) => {
        const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]*)$/.exec(written) ?? [];
        const words = rest === '' ? [] : wordsOf(rest, {});
        const [word] = words;
        return dash === undefined || word === undefined || words.length > 1 ? [] : [{ word, tabs: dash === '-' }];
    });
}
/** Always with a backslash, whatever the Dockerfile's own escape is. */
function wordsOf(text, options) {
    try {
        return new Lexer(text, { escape: '\\', variables: new Map(), keepUnset: true, ...options }).words();
    }
    catch (thrown) {
        if (thrown instanceof LexerError)
            return [];
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/instructions.js



const withHeredocs = ['ADD', 'COPY', 'RUN'];
/**
 * The instructions of a Dockerfile: lines joined, comments and the contents of here-documents left out.
 *
 * @throws IngotError `invalid-input` when a here-document has no end
 * @see https://docs.docker.com/reference/dockerfile/
 */
function readInstructions(file) {
    const text = file.replace(/^\uFEFF/, '');
    const directives = readDirectives(text);
    const lines = text.split('\n').map((line) => line.replace(/\r+$/, ''));
    const instructions = [];
    for (let next = 0; next < lines.length;) {
        const line = next + 1;
        const joined = joinLines(lines, next, directives.escape);
        next = joined.next;
        if (joined.text.trim() === '')
            continue;
        const instruction = split(joined.text, line, directives.escape);
        instructions.push(instruction);
        next = skipHeredocs(instruction, joined.text, lines, next);
    }
    return { directives, instructions };
}
/** One instruction's lines as one; comments and empty lines between them are no part of it. */
function joinLines(lines, first, mark) {
    const pattern = mark === '`' ? '`' : '\\\\';
    // An escape that is itself escaped joins nothing.
    const continued = new RegExp(`(^|[^${pattern}])${pattern}[ \\t]*$`);
    let text = '';
    let next = first;
    for (let open = true; open && next < lines.length; next += 1) {
        const isFirst = next === first;
        const line = lines[next] ?? '';
        const isComment = line.trimStart().startsWith('#');
        if (isComment && isFirst)
            return { text: '', next: next + 1 };
        if (isComment || (!isFirst && line.trim() === ''))
            continue;
        const part = isFirst ? line.trimStart() : line;
        open = continued.test(part);
        text += open ? part.replace(continued, '$1') : part;
    }
    return { text, next };
}
function split(text, line, mark) {
    const [, name = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    const { flags, end } = readFlags(rest, mark);
    return { name: name.toUpperCase(), flags, text: rest.slice(end).trim(), line };
}
/** Leading words that begin with two dashes; a word that is nothing else ends them. */
function readFlags(text, mark) {
    const flags = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(text[at] ?? ''))
            at += 1;
        if (!text.startsWith('--', at))
            return { flags, end: at };
        let word = '';
        let quote = '';
        for (; at < text.length; at += 1) {
            const character = text[at] ?? '';
            if (quote === '' && /\s/.test(character))
                break;
            if (character === quote)
                quote = '';
            else if (quote === '' && (character === '"' || character === "'"))
                quote = character;
            else if (character === mark && at + 1 < text.length)
                word += text[++at];
            else if (character !== mark)
                word += character;
        }
        if (word === '--')
            return { flags, end: at };
        flags.push(word);
    }
}
/** The first line behind the here-documents that an instruction begins. */
function skipHeredocs(instruction, text, lines, first) {
    const inner = instruction.name === 'ONBUILD' ? instruction.text.split(/\s/, 1)[0]?.toUpperCase() : instruction.name;
    if (!withHeredocs.includes(inner ?? ''))
        return first;
    let next = first;
    for (const { word, tabs } of heredocsOf(text)) {
        const end = lines.findIndex((line, i) => i >= next && (tabs ? line.replace(/^\t+/, '') : line) === word);
        if (end < 0)
            throw wrongDockerfile(instruction.line, `the here-document ${JSON.stringify(word)} has no end`);
        next = end + 1;
    }
    return next;
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/mounts.js

/** The values of `from=` in what stands behind `--mount=`: one line of comma-separated values, some in quotes. */
function mountSources(text, line) {
    return fieldsOf(text, line).flatMap((field) => {
        const equals = field.indexOf('=');
        const isFrom = equals > 0 && field.slice(0, equals).toLowerCase() === 'from';
        const value = field.slice(equals + 1);
        return isFrom && value !== '' ? [value] : [];
    });
}
/** @see https://www.rfc-editor.org/rfc/rfc4180#section-2 */
function fieldsOf(text, line) {
    const fields = [];
    const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
    for (let more = true; more;) {
        const match = field.exec(text);
        if (match === null)
            throw wrongDockerfile(line, `the mount ${text} is not a list of values with commas between them`);
        fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        more = match[3] === ',';
    }
    return fields;
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/dockerfile/stages.js



/**
 * Reads a Dockerfile as far as images go; instructions that need none are passed over. `ONBUILD` is for images that are
 * built on this one, and is passed over too.
 *
 * @throws IngotError `invalid-input` with the line
 */
function parseDockerfile(text) {
    const { directives, instructions } = readInstructions(text);
    const globals = [];
    const stages = [];
    for (const instruction of instructions) {
        const stage = stages.at(-1);
        if (instruction.name === 'FROM')
            stages.push(readFrom(instruction));
        else if (stage !== undefined)
            stage.sources.push(...sourcesOf(instruction));
        else if (instruction.name === 'ARG')
            globals.push(...readArguments(instruction, directives.escape));
        else
            throw wrongDockerfile(instruction.line, `${instruction.name} stands before the first FROM`);
    }
    if (stages.length > 0)
        return { ...directives, globals, stages };
    throw wrongDockerfile(1, 'there is no FROM in it', 'Name the base image of the build: FROM image:tag, or FROM scratch');
}
function readFrom({ flags, text, line }) {
    const [base = '', as, name, ...more] = text.split(/[\t\v\f\r ]+/);
    const isNamed = name !== undefined && as?.toLowerCase() === 'as';
    if (base === '' || more.length > 0 || (as !== undefined && !isNamed)) {
        throw wrongDockerfile(line, 'FROM takes an image, and after AS the name of the stage');
    }
    if (name !== undefined && !/^[a-z][a-z0-9-_.]*$/i.test(name)) {
        throw wrongDockerfile(line, `${JSON.stringify(name)} cannot be the name of a stage`);
    }
    return { name: name?.toLowerCase(), base, platform: flagOf(flags, 'platform'), sources: [], line };
}
function sourcesOf({ name, flags, line }) {
    if (name === 'COPY') {
        const from = flagOf(flags, 'from');
        return from === undefined || from === '' ? [] : [{ from: plain(from, line), byNumber: true, line }];
    }
    if (name !== 'RUN')
        return [];
    return flags
        .filter((flag) => flag.startsWith('--mount='))
        .flatMap((flag) => mountSources(flag.slice('--mount='.length), line))
        .map((from) => ({ from: plain(from, line), byNumber: false, line }));
}
/** BuildKit takes no variable where a stage copies from. */
function plain(from, line) {
    if (!from.includes('$'))
        return from;
    throw wrongDockerfile(line, `from=${from} holds a variable, which BuildKit does not allow there`, 'Give the image a stage of its own (FROM $IMAGE AS name), and copy from that');
}
function flagOf(flags, name) {
    return flags.findLast((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
}
function readArguments({ text, line }, mark) {
    return quotedWords(text, mark).map((word) => {
        const equals = word.indexOf('=');
        const name = equals < 0 ? word : word.slice(0, equals);
        if (name === '')
            throw wrongDockerfile(line, 'ARG needs a name');
        return { name, value: equals < 0 ? undefined : word.slice(equals + 1), line };
    });
}
/** Words between blanks, quotes and escapes kept for whoever reads the value. */
function quotedWords(text, mark) {
    const pattern = mark === '`' ? '`' : '\\\\';
    const unquoted = `${pattern}[\\s\\S]|[^\\s"'${pattern}]`;
    return text.match(new RegExp(`(?:${unquoted}|"(?:${pattern}[\\s\\S]|[^"${pattern}])*"?|'[^']*'?)+`, 'g')) ?? [];
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/sources.js






/**
 * Finds what a build will read, before it: the base of its last stage, the images of every other stage that counts, those
 * that files are copied from, the frontend, and the maker of the SBOM. Each name is resolved to a digest once, for all
 * platforms.
 *
 * @throws IngotError `invalid-input` for a Dockerfile that cannot be read; `not-found`, and what the registries answer
 */
async function findSources(search) {
    const dockerfile = parseDockerfile(search.definition.dockerfile.text);
    const finder = new Finder(search);
    const bases = new Map();
    const others = [];
    for (const platform of search.definition.platforms) {
        const needed = neededOn(platform, dockerfile, search.definition);
        const base = needed.base && (await finder.find(needed.base, 'base'));
        if (base !== undefined)
            bases.set(platform, base);
        for (const other of needed.others) {
            const read = await finder.find(other, 'read');
            if (read !== undefined)
                others.push(read.found);
        }
    }
    const frontend = dockerfile.syntax === undefined ? [] : [await finder.read((0,oci_reference.parseReference)(dockerfile.syntax))];
    const maker = search.sbom === undefined ? [] : [await finder.read(search.sbom)];
    const found = [...[...bases.values()].map((base) => base.found), ...others, ...frontend, ...maker];
    return {
        found: distinct(found),
        bases,
        approved: finder.approved(),
        contexts: finder.contexts,
        sbom: search.sbom && finder.sourceOf(search.sbom),
    };
}
function neededOn(platform, dockerfile, definition) {
    return imagesOf(dockerfile, {
        platform,
        buildPlatform: (0,lib_image.hostPlatform)(),
        target: definition.target,
        arguments: definition.arguments,
        contexts: new Set(definition.contexts.keys()),
    });
}
class Finder {
    search;
    contexts = new Map();
    #sources = new Map();
    constructor(search) {
        this.search = search;
    }
    approved() {
        return [...this.#sources.values()];
    }
    sourceOf(reference) {
        return this.#sources.get((0,oci_reference.formatReference)(reference));
    }
    /** Undefined for a directory, which is no image. */
    async find({ kind, name, platform }, use) {
        const context = kind === 'context' ? this.search.definition.contexts.get(contextKey(name)) : undefined;
        if (context?.kind === 'directory')
            return undefined;
        const reference = context?.reference ?? (0,oci_reference.parseReference)(name);
        // The builder's platform is a guess, unless the image itself is for it.
        const isGuess = platform === (0,lib_image.hostPlatform)() && !this.search.definition.platforms.includes(platform);
        const image = await this.#load(reference, use === 'read' && isGuess ? undefined : platform);
        const source = this.sourceOf(reference);
        if (context !== undefined && source !== undefined)
            this.contexts.set(contextKey(name), source);
        return { image, found: foundBase(reference, platform, image, use) };
    }
    /** An image that runs on the builder's own platform. */
    async read(reference) {
        return foundBase(reference, (0,lib_image.hostPlatform)(), await this.#load(reference, undefined), 'read');
    }
    async #load(reference, platform) {
        const key = (0,oci_reference.formatReference)(reference);
        const store = this.search.open(reference);
        const digest = this.#sources.get(key)?.digest;
        const asked = digest === undefined ? this.#withTag(reference) : { ...reference, digest };
        const options = { platform, orFirst: platform === undefined, signal: this.search.signal };
        const image = await (0,lib_image.loadImage)(store, asked, options);
        this.#sources.set(key, { reference, digest: image.digest });
        return image;
    }
    #withTag(reference) {
        if (reference.kind === 'layout' || reference.tag !== undefined || reference.digest !== undefined)
            return reference;
        this.search.log(`${(0,oci_reference.formatReference)(reference)} names no tag: to a Dockerfile that means latest`);
        return (0,oci_reference.tagged)(reference, 'latest');
    }
}
function foundBase(asked, platform, image, use) {
    const { store, reference, digest, manifestDigest } = image;
    const { digest: _, ...name } = asked;
    return {
        platform,
        use,
        name: (0,oci_reference.formatReference)(name),
        store,
        reference,
        digest,
        manifestDigest,
        created: (0,created.createdOf)(image),
    };
}
function distinct(bases) {
    const keyOf = (base) => `${base.name} ${base.platform} ${base.manifestDigest}`;
    const seen = new Map();
    for (const base of bases)
        if (!seen.has(keyOf(base)))
            seen.set(keyOf(base), base);
    return [...seen.values()];
}
/** The digests under which a build may name what it has read. */
function digestsOf({ found }) {
    return [...new Set(found.flatMap(({ digest, manifestDigest }) => [digest, manifestDigest]))];
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/bake-buildkit.js



















/**
 * Builds with BuildKit what was found before, and nothing else: the images are pinned to the digests that were checked, any
 * other one is denied by BuildKit itself, and what its provenance lists is compared once more. The output is written by
 * digest; the tags are ours to set, after all that.
 *
 * @throws IngotError as the table of failures names it; `base-not-approved` when the build has read something else
 */
async function bakeBuildkit(bake) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-buildkit-'));
    try {
        const progress = new Progress(bake.log);
        const digest = await buildIn(directory, bake, progress);
        const built = await readBuilt(digest, bake);
        await checkMaterials(built, bake);
        const platforms = built.images.map((image) => reportOf(image, bake, progress));
        const contents = built.images.map((image) => ({ platform: (0,lib_image.formatPlatform)(image.config), ...image }));
        if ((0,unchanged/* isUnchanged */._5)(bake.previous, contents))
            return (0,unchanged/* keepPrevious */.$B)(bake.previous, platforms);
        const { bytes, descriptor } = built.stored;
        bake.signal?.throwIfAborted();
        await bake.output.writeManifest(bytes, descriptor.mediaType, { ...callOf(bake), tags: bake.tags });
        return { digest, descriptor, unchanged: false, platforms };
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
async function buildIn(directory, bake, progress) {
    const { definition, sources, env, redact, signal } = bake;
    const { name, text, ignore } = definition.dockerfile;
    const files = {
        dockerfile: (0,external_node_path_.join)(directory, 'dockerfile', name),
        metadata: (0,external_node_path_.join)(directory, 'metadata.json'),
        policy: (0,external_node_path_.join)(directory, 'policy.json'),
    };
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'dockerfile'));
    await (0,promises_.writeFile)(files.dockerfile, text);
    if (ignore !== undefined)
        await (0,promises_.writeFile)(`${files.dockerfile}.dockerignore`, ignore);
    await (0,promises_.writeFile)(files.policy, sourcePolicy(sources.approved));
    const layout = bake.reference.kind === 'layout' ? (0,external_node_path_.join)(directory, 'layout') : undefined;
    await build(buildArguments(planOf(bake, files, layout)), {
        env: buildEnvironment(env, definition, { epochSeconds: bake.epochSeconds, sourcePolicy: files.policy }),
        onLine: (line) => progress.line(line),
        redact,
        signal,
    });
    const digest = await readMetadata(files.metadata);
    if (layout !== undefined)
        await bake.importLayout(layout, digest);
    return digest;
}
function planOf(bake, files, layout) {
    const { definition, sources, annotations, builder, reference } = bake;
    const bases = [...sources.bases.values()];
    const labels = {
        ...rebasable(bake.rebasable, bases.map(({ image }) => image)),
        ...definition.labels,
    };
    const names = new Set(bases.map(({ found }) => found.name));
    const [name] = names;
    return {
        definition: { ...definition, labels },
        output: layout === undefined
            ? { kind: 'push', repository: (0,oci_reference.formatRepository)(reference) }
            : { kind: 'layout', directory: layout },
        files,
        contexts: sources.contexts,
        annotations: new Map(definition.platforms.map((platform) => {
            const found = sources.bases.get(platform)?.found;
            return [platform, { ...annotations, ...(0,base_annotations/* baseAnnotations */.O)(found?.name, found?.manifestDigest) }];
        })),
        // No base digest here: each platform has its own.
        indexAnnotations: { ...annotations, ...(0,base_annotations/* baseAnnotations */.O)(names.size === 1 ? name : undefined, undefined) },
        sbom: sources.sbom,
        builder,
    };
}
/** A base's own consent is inherited with its labels, and says nothing about what was built on it. */
function rebasable(isRebasable, bases) {
    if (isRebasable)
        return { [media_types/* rebasableLabels */.hG[0]]: 'true' };
    const inherited = media_types/* rebasableLabels */.hG.filter((label) => bases.some(({ config }) => config.config?.Labels?.[label] === 'true'));
    return Object.fromEntries(inherited.map((label) => [label, 'false']));
}
/** Reads what was written, as anybody would, and sees that it is what was asked for. */
async function readBuilt(digest, bake) {
    const { output, reference, definition } = bake;
    const stored = await output.readManifest(digest, callOf(bake));
    if (stored === undefined) {
        throw new errors/* IngotError */.se('not-found', `BuildKit has built ${digest}, which is not in ${output.repository}`, {
            advice: 'The builder and this machine must mean the same registry: check its mirrors, and its host name',
        });
    }
    if (!media_types.indexTypes.includes(stored.descriptor.mediaType)) {
        throw new errors/* IngotError */.se('tool-failed', `BuildKit has written ${digest} without provenance`, {
            advice: 'Use a builder of driver docker-container, kubernetes or remote: docker buildx create',
        });
    }
    const images = [];
    for (const platform of definition.platforms) {
        images.push(await (0,lib_image.loadImage)(output, (0,oci_reference.pinned)(reference, digest), { platform, signal: bake.signal }));
    }
    return { stored, index: (0,manifest.parseIndex)(stored.bytes, digest), images };
}
async function checkMaterials({ index, images }, bake) {
    for (const { manifestDigest } of images) {
        const materials = await readMaterials(bake.output, index, manifestDigest, { signal: bake.signal });
        const strangers = strangersAmong(materials, digestsOf(bake.sources));
        if (strangers.length > 0) {
            const message = `The build has read ${strangers.join(', ')}, which was not found before it; nothing was tagged`;
            throw new errors/* IngotError */.se('base-not-approved', message, {
                advice: 'A tag was moved meanwhile, or the builder does not obey source policies: use BuildKit 0.13 or newer',
            });
        }
        for (const download of downloadsAmong(materials))
            bake.log(`The build has read ${download}`);
    }
}
function reportOf(image, { sources, definition }, progress) {
    const platform = (0,lib_image.formatPlatform)(image.config);
    const asked = definition.platforms.find((wanted) => (0,lib_image.servesPlatform)(image.config, wanted)) ?? platform;
    const below = sources.bases.get(asked)?.image.manifest.layers ?? [];
    const isBelow = below.every(({ digest }, i) => image.manifest.layers[i]?.digest === digest);
    return { ...(0,describe_platform/* describePlatform */.d)(image, isBelow ? below.length : 0), cached: progress.cached(asked) };
}
function callOf({ signal }) {
    return signal === undefined ? {} : { signal };
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/contexts.js




/** Sources that are fetched while a build runs: nothing could be checked before it. */
const fetched = /^(?:https?|git|ssh|target|s3):|^git@|^github\.com\//;
/**
 * A build context beside the main one: a directory (relative to `directory`), an image (`docker-image://REF`), or a layout on
 * disk (`oci-layout://DIR:TAG`, `oci:DIR:TAG`).
 *
 * @throws IngotError `invalid-reference`; `unsupported` for what is fetched while the build runs
 */
function parseContext(name, source, directory) {
    if (fetched.test(source)) {
        throw new errors/* IngotError */.se('unsupported', `The build context ${name} is ${source}, which is not known before the build`, {
            advice: source.startsWith('target:')
                ? 'Make the other target a stage of the same Dockerfile'
                : 'Check it out into a directory first, at a commit that you have chosen, and give that',
        });
    }
    return [contextKey(name), contextOf(source, directory)];
}
function contextOf(source, directory) {
    if (source.startsWith('docker-image://')) {
        return { kind: 'image', reference: (0,oci_reference.parseReference)(source.slice('docker-image://'.length)) };
    }
    const layout = /^(?:oci-layout:\/\/|oci:)(.+)$/.exec(source)?.[1];
    if (layout === undefined)
        return { kind: 'directory', path: (0,external_node_path_.resolve)(directory, source) };
    return { kind: 'image', reference: absolute((0,oci_reference.parseReference)(`oci:${layout}`), directory) };
}
function absolute(reference, directory) {
    if (reference.kind !== 'layout')
        return reference;
    return { ...reference, directory: (0,external_node_path_.resolve)(directory, reference.directory) };
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/secrets.js

/**
 * `id=npm,env=NPM_TOKEN` or `id=npm,file=PATH` (`src` and `source` mean `file`).
 *
 * @throws IngotError `invalid-input`; the message does not repeat what was given, which may be a secret by mistake
 */
function parseSecret(text) {
    const pairs = text.split(',').map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, Math.max(equals, 0)).trim().toLowerCase(), pair.slice(equals + 1)];
    });
    const { id, type, env, ...rest } = Object.fromEntries(pairs);
    const paths = [rest.file, rest.src, rest.source].filter((path) => path !== undefined);
    const isKnown = Object.keys(rest).every((key) => ['file', 'src', 'source'].includes(key));
    const [path] = paths;
    if (!id || !/^[A-Za-z0-9_.-]+$/.test(id) || !isKnown || paths.length + (env === undefined ? 0 : 1) !== 1) {
        throw misread(id);
    }
    if (env !== undefined && (type ?? 'env') === 'env' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(env)) {
        return { id, from: 'env', name: env };
    }
    if (path && (type ?? 'file') === 'file')
        return { id, from: 'file', path };
    throw misread(id);
}
function misread(id) {
    const which = id && /^[A-Za-z0-9_.-]{1,40}$/.test(id) ? `secret ${id}` : 'secret';
    return new errors/* IngotError */.se('invalid-input', `A ${which} of the build cannot be read: it names no variable and no file`, {
        advice: 'Write id=NAME,env=VARIABLE or id=NAME,file=PATH; the value itself is never written here',
    });
}
const secretNames = /(?:^|_)(?:TOKENS?|PASSWORDS?|PASSWD|PWD|SECRETS?|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)$/i;
/**
 * Build arguments end in the image's history and, with `mode=max`, in provenance that everybody can read.
 *
 * @throws IngotError `invalid-input` for one whose name says that it is a secret
 */
function refuseSecretArguments(names) {
    const name = names.find((candidate) => secretNames.test(candidate));
    if (name === undefined)
        return;
    throw new errors/* IngotError */.se('invalid-input', `The build argument ${name} looks like a secret, and would stay in the image and in its provenance`, { advice: `Give it as --secret id=${name.toLowerCase()},env=${name}, and RUN --mount=type=secret,id=… reads it` });
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/bake-file.js






/** `type=registry,ref=…`, which newer versions of buildx print as an object. */
const fields = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]).transform(String)).transform((record) => Object.entries(record)
        .map(([key, value]) => `${key}=${value}`)
        .join(',')),
]);
const ssh = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), paths: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() })
        .transform(({ id, paths }) => (paths?.length ? `${id}=${paths.join(',')}` : id)),
]);
const bake_file_pairs = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullable()).nullish();
const target = schemas/* strictObject */.rej({
    context: schemas/* string */.YjP().default('.'),
    contexts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
    dockerfile: schemas/* string */.YjP().default('Dockerfile'),
    'dockerfile-inline': schemas/* string */.YjP().nullish(),
    args: bake_file_pairs,
    labels: bake_file_pairs,
    platforms: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    target: schemas/* string */.YjP().nullish(),
    secret: schemas/* array */.YOg(fields).nullish(),
    ssh: schemas/* array */.YOg(ssh).nullish(),
    'cache-from': schemas/* array */.YOg(fields).nullish(),
    'cache-to': schemas/* array */.YOg(fields).nullish(),
    'no-cache': schemas/* boolean */.zMY().nullish(),
    network: schemas/* enum */.k5n(['default', 'none', 'host']).nullish(),
    // What follows is decided here, not there.
    ...Object.fromEntries(['tags', 'output', 'attest', 'annotations', 'pull', 'description', 'call', 'entitlements'].map((name) => [
        name,
        schemas/* unknown */.L5J().optional(),
    ])),
});
const printed = schemas/* looseObject */._H3({
    group: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ targets: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() })).nullish(),
    target: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
});
/**
 * One target of what `docker buildx bake --print` answers. Tags, output, attestations and annotations in it do not count:
 * they are ours to decide.
 *
 * @param directory of the bake file: paths are relative to it
 * @throws IngotError `tool-failed` when buildx has printed something else; `invalid-input` when the name means several
 *   targets; `unsupported` for settings that would change the build and are not understood
 */
function parseBakeTarget(json, name, directory) {
    const { context, contexts, dockerfile, args, labels, platforms, ...rest } = readTarget(json, name);
    const place = local(context, directory);
    const inline = rest['dockerfile-inline'];
    const caches = { from: rest['cache-from'] ?? [], to: rest['cache-to'] ?? [] };
    for (const cache of [...caches.from, ...caches.to])
        cacheKind(cache);
    return {
        context: place,
        dockerfile: inline ? { text: inline } : { file: (0,external_node_path_.join)(place, dockerfile) },
        target: rest.target ?? undefined,
        arguments: present(args),
        contexts: new Map(Object.entries(contexts ?? {}).map(([key, value]) => parseContext(key, value, directory))),
        labels: present(labels),
        platforms: platforms ?? [],
        secrets: (rest.secret ?? []).map((secret) => localSecret(secret, directory)),
        ssh: rest.ssh ?? [],
        cacheFrom: caches.from,
        cacheTo: caches.to,
        noCache: rest['no-cache'] ?? false,
        network: rest.network ?? undefined,
    };
}
function readTarget(json, name) {
    const all = parse(printed, json, 'buildx has printed');
    const own = all.target[name] === undefined ? (all.group?.[name]?.targets ?? Object.keys(all.target)) : [name];
    const [only, ...more] = own;
    if (only === undefined || more.length > 0 || all.target[only] === undefined) {
        throw new errors/* IngotError */.se('invalid-input', `${name} in the bake file is ${own.length} targets, and an image is one`, {
            advice: `Name one of ${Object.keys(all.target).join(', ')}`,
        });
    }
    const parsed = target.safeParse(all.target[only]);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : `${issue?.path.join('.')}: ${issue?.message}`;
    throw new errors/* IngotError */.se('unsupported', `The target ${only} of the bake file sets what is not understood: ${what}`, {
        advice: 'Leave it out of this target, or build with a Dockerfile alone',
    });
}
function parse(schema, json, who) {
    try {
        return schema.parse(JSON.parse(json));
    }
    catch (cause) {
        throw new errors/* IngotError */.se('tool-failed', `${who} no definition of a build`, { cause });
    }
}
/** `cwd://` is where the bake file is, for us. */
function local(path, directory) {
    if (/^(?!cwd:)[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(path)) {
        throw new errors/* IngotError */.se('unsupported', `The build context ${path} is not a directory`, {
            advice: 'Check the sources out first: the Dockerfile is read before the build, to find the base',
        });
    }
    return (0,external_node_path_.resolve)(directory, path.replace(/^cwd:\/\//, ''));
}
/** buildx prints `type=env` and `type=file` too, and names an absent variable by the id. */
function localSecret(text, directory) {
    const secret = parseSecret(/(?:^|,)(?:env|src|source|file)=/.test(text) ? text : `${text},env=${idOf(text)}`);
    return secret.from === 'file' ? { ...secret, path: (0,external_node_path_.resolve)(directory, secret.path) } : secret;
}
function idOf(text) {
    return /(?:^|,)id=([^,]+)/.exec(text)?.[1] ?? '';
}
function present(record) {
    const entries = Object.entries(record ?? {});
    return Object.fromEntries(entries.filter((entry) => entry[1] !== null));
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/builder.js



/** Made where there is none that will do, and found again by the next build on the same machine. */
const ownBuilder = 'ingot';
const builder_anyExitCode = Array.from({ length: 256 }, (_, code) => code);
/**
 * The builder to use: the one that is named; the current one; or, when that is docker's own, which cannot push by digest, a
 * builder `ingot` in a container, made when it is not there.
 *
 * @returns undefined for the current one
 * @throws IngotError what buildx answers, as the table of failures names it
 */
async function chooseBuilder(choice, env) {
    const { named, image, log, signal } = choice;
    if (named !== undefined)
        return named;
    const ask = (...args) => (0,exec/* run */.e)('docker', ['buildx', ...args], { env, signal, acceptedExitCodes: builder_anyExitCode, timeoutMilliseconds: 60_000 });
    const current = await ask('inspect');
    if (current.exitCode !== 0)
        throw buildFailure(current.stderr, current.exitCode);
    if (driverOf(current.stdout) !== 'docker')
        return undefined;
    if ((await ask('inspect', ownBuilder)).exitCode === 0)
        return ownBuilder;
    log(`The current builder cannot push by digest: making a builder ${ownBuilder} in a container`);
    const from = image === undefined ? [] : ['--driver-opt', `image=${image}`];
    const made = await ask('create', '--name', ownBuilder, '--driver', 'docker-container', ...from);
    // Another build may have made it meanwhile.
    if (made.exitCode === 0 || (await ask('inspect', ownBuilder)).exitCode === 0)
        return ownBuilder;
    throw new errors/* IngotError */.se('tool-failed', `Cannot make a builder: ${made.stderr.trim().split('\n').at(-1) ?? ''}`, {
        advice: 'Make one that can push by digest, and name it with --builder (bake.builder in ingot.yml)',
    });
}
/** `Driver: docker-container` of `docker buildx inspect`. */
function driverOf(inspected) {
    return /^Driver:\s*(\S+)/m.exec(inspected)?.[1];
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/normal-platform.js
/**
 * A platform as BuildKit names it in an index: without the variant that all have, with the one that is meant.
 *
 * @see https://github.com/containerd/platforms/blob/v0.2.1/database.go
 */
function normalPlatform(platform) {
    const names = { 'arm64/v8': 'arm64', 'amd64/v1': 'amd64', arm: 'arm/v7' };
    const slash = platform.indexOf('/');
    const architecture = platform.slice(slash + 1);
    return `${platform.slice(0, slash)}/${names[architecture] ?? architecture}`;
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/read-dockerfile.js



const maximumDockerfileBytes = 4 * 1024 * 1024; // 4 MiB
/**
 * Reads the Dockerfile once: what is checked is what is built.
 *
 * @param file absolute path
 * @throws IngotError `not-found`, `size-exceeded`
 */
async function readDockerfile(file) {
    const text = await readBounded(file);
    if (text === undefined) {
        throw new errors/* IngotError */.se('not-found', `There is no Dockerfile ${file}`, {
            advice: 'Name it with --file (bake.file in ingot.yml), or the directory that holds it with --context',
        });
    }
    return { name: (0,external_node_path_.basename)(file), text, ignore: await readBounded(`${file}.dockerignore`) };
}
/** @throws IngotError `not-found`, `unsupported` for what is not a directory of this machine */
async function checkContext(context, directory) {
    if (context === '-' || /^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(context)) {
        throw new errors/* IngotError */.se('unsupported', `The build context ${JSON.stringify(context)} is not a directory`, {
            advice: 'Check the sources out first: the Dockerfile is read before the build, to find the base',
        });
    }
    const path = (0,external_node_path_.resolve)(directory, context);
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isDirectory())
        return path;
    throw new errors/* IngotError */.se('not-found', `The build context ${path} is not a directory`);
}
async function readBounded(file) {
    try {
        const found = await (0,promises_.stat)(file);
        if (!found.isFile())
            throw new errors/* IngotError */.se('invalid-input', `${file} is not a file`);
        if (found.size <= maximumDockerfileBytes)
            return await (0,promises_.readFile)(file, 'utf8');
        throw new errors/* IngotError */.se('size-exceeded', `${file} has ${found.size} bytes, more than ${maximumDockerfileBytes}`);
    }
    catch (thrown) {
        if ((0,errors/* codeOf */.$N)(thrown) === 'ENOENT' || (0,errors/* codeOf */.$N)(thrown) === 'ENOTDIR')
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/bake/buildkit/index.js













/***/ }),

/***/ 82845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createdOf: () => (/* binding */ createdOf)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50261);

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
    return [config.created, manifest.annotations?.[_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.created]].find(isBelievable);
}
function isBelievable(time) {
    return time !== undefined && Date.parse(time) >= oldestBelievable;
}


/***/ }),

/***/ 63750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ describePlatform)
/* harmony export */ });
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10366);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50261);



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
    const baseDigest = annotations[_oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__.annotationKeys.baseDigest];
    return {
        platform: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_0__.formatPlatform)(config),
        digest: manifestDigest,
        baseName: annotations[_oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__.annotationKeys.baseName],
        baseDigest: baseDigest === undefined ? undefined : (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__.parseDigest)(baseDigest),
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


/***/ }),

/***/ 52376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ keepPrevious),
/* harmony export */   _5: () => (/* binding */ isUnchanged)
/* harmony export */ });
/* unused harmony export contentOf */
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50261);

/** What says when and from which commit an image was built: it differs in every build of the very same content. */
const volatileKeys = [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.revision, _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__.annotationKeys.created];
/**
 * Whether what was built is what is there already: the same platforms, and in each the same files (by diff-id, however they
 * are compressed), the same settings and the same base. Times, history, and the commit that an image names do not count: a
 * commit that changes nothing in the image is no release. The version counts, because somebody chose it.
 *
 * Decided a platform at a time and never by the index, which names attestations that differ in every build.
 */
function isUnchanged(previous, built) {
    if (previous === undefined || built.length === 0)
        return false;
    const before = previous.platforms.map(contentOf).sort();
    const now = built.map(contentOf).sort();
    return before.length === now.length && before.every((content, i) => content === now[i]);
}
/** An unchanged bake: the image as it was, and what building it again has shown about it. */
function keepPrevious(previous, platforms) {
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


/***/ }),

/***/ 19668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* reexport */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
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
