export const id = 370;
export const ids = [370,940];
export const modules = {

/***/ 501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony exports parseDigest, shortDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
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
    throw new IngotError('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
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

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   tagged: () => (/* binding */ tagged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
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
    if (!hostPattern.test(host))
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
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copyImage: () => (/* reexport */ copyImage),
  copyReference: () => (/* reexport */ copyReference),
  openStore: () => (/* reexport */ openStore)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/oci/media-types.js
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

;// CONCATENATED MODULE: ./lib/registry/bounded.js
/** Works on every item, at most `atOnce` at a time. After a failure nothing new is begun, and what runs is waited for. */
async function forEach(items, atOnce, work) {
    const queue = items.values();
    let failure;
    const run = async () => {
        for (const item of queue) {
            if (failure !== undefined)
                return;
            await work(item).catch((error) => {
                failure ??= { error };
            });
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
    if (failure !== undefined)
        throw failure.error;
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(501);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(816);
;// CONCATENATED MODULE: ./lib/oci/manifest.js



const digest = schemas/* custom */.IeY((value) => typeof value === 'string' && (0,oci_digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
const size = schemas/* number */.aig().int().nonnegative();
const annotations = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const platform = schemas/* looseObject */._H3({
    architecture: schemas/* string */.YjP(),
    os: schemas/* string */.YjP(),
    variant: schemas/* string */.YjP().optional(),
    'os.version': schemas/* string */.YjP().optional(),
});
const descriptor = schemas/* looseObject */._H3({
    mediaType: schemas/* string */.YjP(),
    digest,
    size,
    annotations: annotations.optional(),
    artifactType: schemas/* string */.YjP().optional(),
    platform: platform.optional(),
});
const manifest = schemas/* looseObject */._H3({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    artifactType: schemas/* string */.YjP().optional(),
    config: descriptor,
    layers: schemas/* array */.YOg(descriptor),
    subject: descriptor.optional(),
    annotations: annotations.optional(),
});
const index = schemas/* looseObject */._H3({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    artifactType: schemas/* string */.YjP().optional(),
    manifests: schemas/* array */.YOg(descriptor),
    subject: descriptor.optional(),
    annotations: annotations.optional(),
});
const imageConfig = schemas/* looseObject */._H3({
    architecture: schemas/* string */.YjP(),
    os: schemas/* string */.YjP(),
    variant: schemas/* string */.YjP().optional(),
    created: schemas/* string */.YjP().optional(),
    config: schemas/* looseObject */._H3({
        User: schemas/* string */.YjP().nullish(),
        Env: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        Cmd: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        WorkingDir: schemas/* string */.YjP().nullish(),
        ExposedPorts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
        Labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
        StopSignal: schemas/* string */.YjP().nullish(),
    })
        .nullish(),
    rootfs: schemas/* looseObject */._H3({ type: schemas/* literal */.euz('layers'), diff_ids: schemas/* array */.YOg(digest) }),
    history: schemas/* array */.YOg(schemas/* looseObject */._H3({
        created: schemas/* string */.YjP().optional(),
        created_by: schemas/* string */.YjP().optional(),
        comment: schemas/* string */.YjP().optional(),
        empty_layer: schemas/* boolean */.zMY().optional(),
    }))
        .nullish(),
});
/** Manifests larger than this are refused: the limit that registries enforce. */
const maximumManifestBytes = 4 * 1024 * 1024; // 4 MiB
const parseManifest = parser(manifest, 'image manifest');
const parseIndex = parser(index, 'image index');
const parseImageConfig = parser(imageConfig, 'image config');
/** The bytes that are hashed and stored: compact JSON, keys in the order given, so that the same value has the same digest. */
function encodeJson(value) {
    return Buffer.from(JSON.stringify(value));
}
/** `linux/amd64`, `linux/arm64/v8`. */
function formatPlatform(value) {
    return [value.os, value.architecture, value.variant].filter(Boolean).join('/');
}
function parser(schema, what) {
    /** @throws IngotError `unreadable`, naming the first field that is wrong */
    return (bytes, from) => {
        const fail = (why) => new errors/* IngotError */.se('unreadable', `The ${what} of ${from} is malformed: ${why}`);
        let value;
        try {
            value = JSON.parse(Buffer.from(bytes).toString('utf8'));
        }
        catch {
            throw fail('it is not JSON');
        }
        const parsed = schema.safeParse(value);
        if (parsed.success)
            return parsed.data;
        const issue = parsed.error.issues[0];
        throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
    };
}

;// CONCATENATED MODULE: ./lib/registry/described.js




/**
 * A manifest's descriptor as a list of referrers shows it: with `artifactType` (the config's media type when the
 * manifest has none) and annotations, but only for manifests that have a subject.
 *
 * @throws IngotError `unreadable` when a manifest or index of a known type is malformed
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
function describe(bytes, mediaType, from) {
    const plain = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.byteLength };
    if (indexTypes.includes(mediaType)) {
        const { subject, artifactType, annotations, manifests } = parseIndex(bytes, from);
        return { ...referring(plain, subject, artifactType, annotations), children: manifests, blobs: [] };
    }
    if (manifestTypes.includes(mediaType)) {
        const { subject, artifactType, annotations, config, layers } = parseManifest(bytes, from);
        const described = referring(plain, subject, artifactType ?? config.mediaType, annotations);
        return { ...described, children: [], blobs: [config, ...layers] };
    }
    return { descriptor: plain, children: [], blobs: [] };
}
/** The media type that manifest bytes have by themselves: what they say, else by their shape. */
function mediaTypeOf(bytes) {
    let value;
    try {
        value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    const said = Reflect.get(value, 'mediaType');
    if (typeof said === 'string')
        return said;
    if (Array.isArray(Reflect.get(value, 'manifests')))
        return mediaTypes.index;
    return Array.isArray(Reflect.get(value, 'layers')) ? mediaTypes.manifest : undefined;
}
/**
 * What a registry's Content-Type says, unless it says nothing of use and the document does.
 *
 * @throws IngotError `unreadable` when neither names a manifest: a web page, most often
 */
function mediaTypeSaid(contentType, bytes, where) {
    const said = contentType?.split(';')[0]?.trim();
    if (said !== undefined && (indexTypes.includes(said) || manifestTypes.includes(said)))
        return said;
    const own = mediaTypeOf(bytes);
    if (own !== undefined)
        return own;
    throw new errors/* IngotError */.se('unreadable', `${where} is not a manifest: the registry answered ${said ?? 'something unnamed'}`, {
        advice: 'Check that the host is a registry, and not a web page in front of it',
    });
}
function referring(plain, subject, artifactType, annotations) {
    if (subject === undefined)
        return { descriptor: plain };
    const descriptor = { ...plain, ...(artifactType && { artifactType }), ...(annotations && { annotations }) };
    return { descriptor, subject: subject.digest };
}

;// CONCATENATED MODULE: ./lib/http/redact.js
/** `https://host:1/path`: without user, password, query and fragment, any of which may hold a secret. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
/** Text of a server, fit for a message: one line, 200 characters, no query strings, no bearer tokens. */
function redactText(text) {
    return text
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/(https?:\/\/[^\s?"']+)\?[^\s"']*/gi, '$1')
        .replace(/\b(bearer|basic)\s+\S+/gi, '$1 ***')
        .trim()
        .slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/http/answer.js


/** An answer whose body is still on the wire: read it, or discard it so that the connection can be used again. */
class HttpAnswer {
    status;
    headers;
    /** Where the answer came from, after redirects. */
    url;
    #what;
    #message;
    #signal;
    constructor(message, request) {
        this.status = message.statusCode ?? 0;
        this.headers = message.headers;
        this.url = request.url;
        this.#what = `${request.method} ${redactUrl(request.url)}`;
        this.#message = message;
        this.#signal = request.signal;
    }
    /** The first value of a header, or undefined. */
    header(name) {
        const value = this.headers[name];
        return Array.isArray(value) ? value[0] : value;
    }
    /** What Content-Length says, in bytes. */
    get declaredBytes() {
        const text = this.header('content-length');
        return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    }
    /** @throws IngotError `unreachable` when the connection is lost before the end, `timed-out` when it falls silent */
    async *stream() {
        let size = 0;
        try {
            for await (const chunk of this.#message) {
                size += chunk.length;
                yield chunk;
            }
        }
        catch (error) {
            this.#signal?.throwIfAborted();
            if (error instanceof errors/* IngotError */.se)
                throw error;
            const declared = this.declaredBytes;
            const of = declared === undefined ? '' : ` of ${declared}`;
            const why = `the connection was lost after ${size}${of} bytes (${(0,errors/* codeOf */.$N)(error) ?? String(error)})`;
            throw new errors/* IngotError */.se('unreachable', `${this.#what}: ${why}`, { cause: error });
        }
    }
    /** The whole body. @throws IngotError `size-exceeded`, at once when the length is declared */
    async bytes(maximumBytes) {
        const tooLong = () => {
            this.#message.destroy();
            return new errors/* IngotError */.se('size-exceeded', `${this.#what}: the answer is larger than ${maximumBytes} bytes`);
        };
        if ((this.declaredBytes ?? 0) > maximumBytes)
            throw tooLong();
        const chunks = [];
        let size = 0;
        for await (const chunk of this.stream()) {
            size += chunk.byteLength;
            if (size > maximumBytes)
                throw tooLong();
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    /** Lets go of the body: a short one is read away, so that the connection stays. */
    discard() {
        this.#message.on('error', () => { });
        if ((this.declaredBytes ?? 0) > 64 * 1024)
            this.#message.destroy();
        else
            this.#message.resume();
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(466);
;// CONCATENATED MODULE: ./lib/http/exchange.js




const connectionsPerHost = 16;
// Loaded when first used: a run that stays on disk does not pay for it. Connections are kept for the whole process.
const transports = new Map();
/**
 * One request and the head of its answer, over a kept connection.
 *
 * @param idleMilliseconds how long the connection may be silent, before the answer and while its body is read
 * @param sent called with the number of body bytes of each chunk
 */
async function exchange(request, idleMilliseconds, sent) {
    const { agent, request: open } = await transportOf(request.url.protocol);
    const { method, url, body, signal } = request;
    signal?.throwIfAborted();
    const length = body === undefined ? undefined : 'open' in body ? body.size : body.byteLength;
    const headers = {
        'user-agent': 'ingot',
        ...request.headers,
        ...(length !== undefined ? { 'content-length': `${length}` } : method === 'POST' && { 'content-length': '0' }),
    };
    return new Promise((resolve, reject) => {
        const outgoing = open(url, { method, headers, agent, ...(signal && { signal }) });
        let answering;
        outgoing.setTimeout(idleMilliseconds, () => (answering ?? outgoing).destroy(silence(request, idleMilliseconds)));
        outgoing.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
        outgoing.on('response', (message) => {
            answering = message;
            // Refused before the body was read: do not go on sending it.
            if ((message.statusCode ?? 0) >= 400)
                message.once('close', () => outgoing.writableFinished || outgoing.destroy());
            resolve(message);
        });
        if (body === undefined || !('open' in body)) {
            sent(length ?? 0);
            outgoing.end(body);
        }
        else {
            // A failure of the source reaches `error` above, through the request that it destroys.
            (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(counted(body.open(), sent)), outgoing).catch(reject);
        }
    });
}
async function* counted(source, sent) {
    for await (const chunk of source) {
        sent(chunk.byteLength);
        yield chunk;
    }
}
function transportOf(protocol) {
    let transport = transports.get(protocol);
    if (transport === undefined) {
        transport = loadTransport(protocol);
        transports.set(protocol, transport);
    }
    return transport;
}
async function loadTransport(protocol) {
    const options = { keepAlive: true, maxSockets: connectionsPerHost, scheduling: 'lifo' };
    if (protocol === 'https:') {
        const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 708, 19));
        return { agent: new Agent(options), request };
    }
    const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 67, 19));
    return { agent: new Agent(options), request };
}
function silence(request, milliseconds) {
    const what = `${request.method} ${redactUrl(request.url)}`;
    return new errors/* IngotError */.se('timed-out', `${what}: no answer for ${milliseconds / 1000} s`);
}

;// CONCATENATED MODULE: ./lib/http/loopback.js
/** Whether a host name (as in `URL.hostname`) can only mean this machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./lib/http/request.js
function isIdempotent(request) {
    return request.idempotent ?? (request.method !== 'POST' && request.method !== 'PATCH');
}

;// CONCATENATED MODULE: ./lib/http/retry.js


const maximumDelayMilliseconds = 60_000;
const lostConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN']);
const overloaded = new Set([429, 500, 502, 503, 504]);
/** Whether asking again may help. Too many requests (429) means not carried out, whatever the method. */
function isWorthRetrying(request, outcome) {
    if ('answer' in outcome) {
        const { status } = outcome.answer;
        return status === 429 || (overloaded.has(status) && isIdempotent(request));
    }
    return isIdempotent(request) && isLostConnection(outcome.error);
}
function isLostConnection(error) {
    if (error instanceof errors/* IngotError */.se && error.reason === 'timed-out')
        return true;
    const cause = error instanceof errors/* IngotError */.se ? error.cause : error;
    return lostConnection.has((0,errors/* codeOf */.$N)(cause) ?? '');
}
/**
 * How long to wait before the next attempt: what Retry-After asks for, else doubling with jitter. Undefined when the
 * server asks for more than a minute.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#field.retry-after
 */
function delayBefore(attempt, firstMilliseconds, retryAfter) {
    const asked = retryAfter === undefined ? undefined : readRetryAfter(retryAfter, Date.now());
    if (asked !== undefined)
        return asked > maximumDelayMilliseconds ? undefined : asked;
    return firstMilliseconds * 2 ** attempt * (0.5 + Math.random());
}
function readRetryAfter(text, now) {
    if (/^\d{1,9}$/.test(text.trim()))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lib/http/client.js







const maximumRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/**
 * HTTP as the rooms need it: kept connections, bounded time and size, retries where they do no harm, redirects that
 * never take credentials elsewhere. Any status is an answer; only what never got one throws.
 */
class HttpClient {
    /** So far: requests made (retries and redirects count) and body bytes sent. */
    traffic = { requests: 0, bytesSent: 0 };
    #options;
    constructor(options = {}) {
        this.#options = { idleMilliseconds: 60_000, retries: 3, firstDelayMilliseconds: 200, insecureHosts: [], ...options };
    }
    /** @throws IngotError `unreachable`, `timed-out`; whatever the body's source or the signal throws */
    send(request) {
        return this.exchange(request, async (answer) => answer);
    }
    /** Sends and reads in one: a connection that is lost while `read` runs counts as an attempt, and both are done again. */
    async exchange(request, read) {
        for (let attempt = 0;; attempt += 1) {
            const isLast = attempt === this.#options.retries;
            let retryAfter;
            try {
                const answer = await this.#follow(request);
                const delay = this.#delay(attempt, answer.header('retry-after'));
                if (isLast || delay === undefined || !isWorthRetrying(request, { answer }))
                    return await read(answer);
                retryAfter = answer.header('retry-after');
                answer.discard();
            }
            catch (error) {
                request.signal?.throwIfAborted();
                if (isLast || !isWorthRetrying(request, { error }))
                    throw named(request, error);
            }
            await (0,promises_.setTimeout)(this.#delay(attempt, retryAfter), undefined, request.signal && { signal: request.signal });
        }
    }
    #delay(attempt, retryAfter) {
        return delayBefore(attempt, this.#options.firstDelayMilliseconds, retryAfter);
    }
    async #follow(request) {
        let current = request;
        for (let hops = 0; hops <= maximumRedirects; hops += 1) {
            this.traffic.requests += 1;
            const message = await exchange(current, this.#options.idleMilliseconds, (bytes) => {
                this.traffic.bytesSent += bytes;
            });
            const answer = new HttpAnswer(message, current);
            const next = this.#redirected(current, answer);
            if (next === undefined)
                return answer;
            answer.discard();
            current = next;
        }
        const what = `${request.method} ${redactUrl(request.url)}`;
        throw new errors/* IngotError */.se('unreachable', `${what}: redirected more than ${maximumRedirects} times, last to ${redactUrl(current.url)}`);
    }
    #redirected(request, answer) {
        const location = answer.header('location');
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        // 301 to 303 turn a write into a read, which is never what a caller of ours means.
        if (location === undefined || !redirects.has(answer.status) || (!isRead && answer.status < 307))
            return undefined;
        const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol) || this.#isDowngrade(request.url, url)) {
            const what = `${request.method} ${redactUrl(request.url)}`;
            answer.discard();
            throw new errors/* IngotError */.se('unreachable', `${what}: redirected to ${url ? redactUrl(url) : 'nowhere'}, which is not safe to follow`);
        }
        if (url.origin === request.url.origin)
            return { ...request, url };
        const { authorization: _, ...headers } = request.headers ?? {};
        return { ...request, url, headers };
    }
    #isDowngrade(from, to) {
        if (from.protocol !== 'https:' || to.protocol === 'https:')
            return false;
        const { insecureHosts } = this.#options;
        return !isLoopback(to.hostname) && !insecureHosts.includes(to.host) && !insecureHosts.includes(to.hostname);
    }
}
function named(request, error) {
    const code = (0,errors/* codeOf */.$N)(error);
    if (error instanceof errors/* IngotError */.se || code === undefined)
        return error;
    const what = `${request.method} ${redactUrl(request.url)}`;
    const advice = adviceFor(code);
    return new errors/* IngotError */.se('unreachable', `${what}: ${explain(code, request.url)}`, {
        cause: error,
        ...(advice && { advice }),
    });
}
function explain(code, url) {
    if (code === 'ECONNREFUSED')
        return `nothing listens at ${url.host}`;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `the name ${url.hostname} cannot be resolved`;
    if (code === 'ECONNRESET' || code === 'EPIPE')
        return `${url.host} closed the connection`;
    if (code.includes('CERT') || code.includes('SELF_SIGNED') || code.includes('SIGNATURE')) {
        return `the certificate of ${url.host} is not trusted (${code})`;
    }
    return code;
}
function adviceFor(code) {
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
        return 'Check the name and port, and that it can be reached from this machine';
    if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
        return 'The server may speak plain HTTP: allow it with --insecure-registry';
    }
    if (code.includes('CERT') || code.includes('SELF_SIGNED')) {
        return 'Name the certificate authority in a file with NODE_EXTRA_CA_CERTS';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/http/index.js





;// CONCATENATED MODULE: ./lib/registry/refusal.js



const maximumErrorBytes = 64 * 1024;
const errorDocument = schemas/* looseObject */._H3({
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ code: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP().optional() })).min(1),
});
function describeOperation({ verb, repository, writes }) {
    return `Cannot ${verb} ${writes ? 'to' : 'from'} ${repository}`;
}
/**
 * An answer that is no success, as an error with the registry's own words.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes
 */
async function refusalOf(answer, operation, hasCredentials) {
    const said = await readErrors(answer);
    const reason = reasonOf(answer.status, said, operation);
    const advice = refusal_adviceFor(reason, answer.status, operation, hasCredentials);
    const why = reason === 'tag-immutable' ? `the tag ${operation.tag} is immutable: ${said || answer.status}` : said;
    const message = `${describeOperation(operation)}: the registry answered ${answer.status}${why ? ` (${why})` : ''}`;
    return new errors/* IngotError */.se(reason, message, advice === undefined ? {} : { advice });
}
/** Whether a manifest was refused because a part of it is not there, in the registry's eyes. */
function isPartUnknown(error) {
    return error instanceof errors/* IngotError */.se && /\bMANIFEST_BLOB_UNKNOWN\b/.test(error.message);
}
/** Whether the same may succeed when it is begun again: the other side was not reached, or fell silent. */
function isPassing(error) {
    return error instanceof errors/* IngotError */.se && (error.reason === 'unreachable' || error.reason === 'timed-out');
}
function reasonOf(status, said, { tag }) {
    // ECR, Harbor, Artifact Registry and ACR each say it with another status, and all in words.
    if (tag !== undefined && status < 500 && /immutab|cannot be overwritten|already exists/i.test(said))
        return 'tag-immutable';
    if (tag !== undefined && (status === 409 || status === 412))
        return 'tag-immutable';
    if (status === 401 || status === 403)
        return 'unauthorized';
    if (status === 404)
        return 'not-found';
    if (status === 413)
        return 'size-exceeded';
    return status === 429 || status >= 500 ? 'unreachable' : 'unsupported';
}
function refusal_adviceFor(reason, status, operation, hasCredentials) {
    const host = operation.repository.split('/')[0];
    const permission = operation.writes ? 'write' : 'read';
    if (reason === 'unauthorized') {
        const login = hasCredentials
            ? `The stored login for ${host} may not ${permission} this repository`
            : `Log in with docker login ${host}`;
        return `${login}; in a workflow the job needs permissions: {packages: ${permission}}`;
    }
    if (reason === 'tag-immutable' && operation.tag?.startsWith('sha256-')) {
        return 'This registry has no referrers API, so signatures are listed under tags that start with sha256-: exempt those from immutability';
    }
    if (reason === 'tag-immutable')
        return 'Publish under a new tag, or exempt this tag from immutability in the registry';
    if (reason === 'not-found' && operation.writes)
        return 'Create the repository in the registry, or check its name';
    if (status === 429)
        return 'The registry limits requests: log in for a higher limit, or try again later';
    return undefined;
}
async function readErrors(answer) {
    const bytes = await answer.bytes(maximumErrorBytes).catch(() => Buffer.alloc(0));
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        const type = answer.header('content-type')?.split(';')[0];
        return bytes.length > 0 && type === 'text/html' ? 'a web page, so this may not be a registry' : '';
    }
    const parsed = errorDocument.safeParse(value);
    if (!parsed.success)
        return '';
    return parsed.data.errors
        .slice(0, 3)
        .map(({ code, message }) => redactText([code, message].filter(Boolean).join(': ')))
        .join('; ');
}

;// CONCATENATED MODULE: ./lib/registry/copy.js





const blobsAtOnce = 6;
const blobAttempts = 3;
const manifestsAtOnce = 8;
const maximumManifests = 10_000;
/**
 * Copies an image, or an index with all its images, byte for byte: the digest stays. Blobs go first, then the manifests
 * that need them, the tags last: whoever sees a tag can pull all that is behind it, and finds it signed.
 *
 * @param known the manifest of `digest`, when it has been read already
 * @throws IngotError `not-found` when the source lacks the manifest or a part of it
 */
async function copyImage(options, known) {
    const { from, to, digest, tags = [], withReferrers = false, log } = options;
    const parts = await collect(options, known);
    const root = parts.at(-1);
    if (root === undefined)
        throw new errors/* IngotError */.se('not-found', `There is no manifest ${digest} in ${from.repository}`);
    const blobs = distinct(parts.flatMap(({ described }) => described.blobs));
    log?.(`${from.repository} → ${to.repository}: manifests ${parts.length}, blobs ${blobs.length}`);
    await forEach(blobs, blobsAtOnce, (blob) => copyBlob(blob, options));
    for (const part of parts.slice(0, -1))
        await write(part, options);
    if (withReferrers) {
        await write(root, options);
        await forEach(parts, manifestsAtOnce, (part) => copyReferrers(part, options));
        if (tags.length === 0)
            return plain(root);
    }
    return write(root, options, tags);
}
async function copyReferrers({ stored }, options) {
    const { from, signal } = options;
    const referrers = await from.referrers(stored.descriptor.digest, signal && { signal });
    for (const { digest } of referrers)
        await copyImage({ ...options, digest, tags: [], withReferrers: false });
}
/** The manifest and all below it, each once, children before their index. */
async function collect({ from, digest, signal }, known) {
    const parts = new Map();
    const visit = async (wanted, parent) => {
        if (parts.has(wanted))
            return;
        if (parts.size >= maximumManifests) {
            throw new errors/* IngotError */.se('size-exceeded', `${digest} in ${from.repository} has more than ${maximumManifests} manifests`);
        }
        const isKnown = wanted === known?.descriptor.digest;
        const stored = isKnown ? known : await from.readManifest(wanted, signal && { signal });
        if (stored === undefined) {
            const named = parent === undefined ? '' : `, which ${parent} names`;
            throw new errors/* IngotError */.se('not-found', `There is no manifest ${wanted} in ${from.repository}${named}`);
        }
        const described = describe(stored.bytes, stored.descriptor.mediaType, `${from.repository}@${wanted}`);
        const children = described.children.filter(({ mediaType }) => isManifest(mediaType));
        await forEach(children, manifestsAtOnce, (child) => visit(child.digest, wanted));
        const leaves = described.children.filter(({ mediaType }) => !isManifest(mediaType));
        parts.set(wanted, { stored, described: { ...described, blobs: [...described.blobs, ...leaves] } });
    };
    await visit(digest);
    return [...parts.values()];
}
async function copyBlob(blob, { from, to, signal, log }) {
    const call = signal && { signal };
    for (let attempt = 1;; attempt += 1) {
        try {
            if (await to.mountBlob(blob, from, call))
                return;
            return await to.writeBlob({ descriptor: blob, open: () => from.readBlob(blob, call) }, call);
        }
        catch (error) {
            // A stream that broke off on either side is begun again, from the first byte.
            if (attempt === blobAttempts || !isPassing(error))
                throw error;
            log?.(`Trying again: ${error.message}`);
        }
    }
}
function plain({ stored }) {
    const { mediaType, digest, size } = stored.descriptor;
    return { mediaType, digest, size };
}
function write({ stored }, { to, signal }, tags = []) {
    return to.writeManifest(stored.bytes, stored.descriptor.mediaType, { tags, ...(signal && { signal }) });
}
function isManifest(mediaType) {
    return indexTypes.includes(mediaType) || manifestTypes.includes(mediaType);
}
function distinct(blobs) {
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(940);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./lib/registry/files.js




/** Temporary files carry this ending, in the folder of the file that they will become. */
const temporarySuffix = '.ingot-tmp';
/**
 * Writes a file so that it is either there complete or not there at all: a sibling is written, flushed to disk and
 * renamed. The sibling is removed when `fill` throws.
 *
 * @throws IngotError `unwritable`, and whatever `fill` throws of its own
 */
async function writeAtomically(file, fill) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}${temporarySuffix}`);
    const handle = await openForWriting(temporary).catch((error) => {
        throw unwritableFile(file, error);
    });
    try {
        await fill(handle);
        await handle.sync();
        await handle.close();
        await (0,external_node_fs_promises_.rename)(temporary, file);
    }
    catch (error) {
        await handle.close().catch(() => { });
        await (0,external_node_fs_promises_.rm)(temporary, { force: true });
        throw isOfDisk(error) ? unwritableFile(file, error) : error;
    }
}
/** The whole file, or undefined when there is none. @throws IngotError `size-exceeded`, `unreadable` */
async function readBounded(file, maximumBytes) {
    const handle = await openExisting(file);
    if (handle === undefined)
        return undefined;
    try {
        const { size } = await handle.stat();
        if (size > maximumBytes) {
            throw new errors/* IngotError */.se('size-exceeded', `${file} holds ${size} bytes, at most ${maximumBytes} are read`);
        }
        return await handle.readFile();
    }
    catch (error) {
        throw error instanceof errors/* IngotError */.se ? error : unreadableFile(file, error);
    }
    finally {
        await handle.close();
    }
}
/**
 * The file, or undefined when there is none. Anything but a file is refused; the opening of a named pipe would otherwise wait
 * for a writer for ever, and cannot be cancelled.
 *
 * @throws IngotError `unreadable`
 */
async function openExisting(file) {
    let handle;
    try {
        handle = await (0,external_node_fs_promises_.open)(file, external_node_fs_promises_.constants.O_RDONLY | external_node_fs_promises_.constants.O_NONBLOCK);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadableFile(file, error);
    }
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    throw new errors/* IngotError */.se('unreadable', `Cannot read ${file}: it is not a file`);
}
function isMissing(error) {
    const code = (0,errors/* codeOf */.$N)(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
function unreadableFile(file, error) {
    return new errors/* IngotError */.se('unreadable', `Cannot read ${file}: ${(0,errors/* codeOf */.$N)(error) ?? String(error)}`, { cause: error });
}
function unwritableFile(file, error) {
    const { reason, advice } = (0,errors/* toIngotError */.rI)(error);
    const message = `Cannot write ${file}: ${(0,errors/* codeOf */.$N)(error) ?? String(error)}`;
    return new errors/* IngotError */.se('unwritable', message, { ...(reason !== 'internal' && advice && { advice }), cause: error });
}
/** The disk refused, as opposed to what a source throws while it is read, which says itself where it failed. */
function isOfDisk(error) {
    return !(error instanceof errors/* IngotError */.se) && (0,errors/* toIngotError */.rI)(error).reason === 'unwritable';
}
async function openForWriting(file) {
    try {
        return await (0,external_node_fs_promises_.open)(file, 'wx');
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        return (0,external_node_fs_promises_.open)(file, 'wx');
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
;// CONCATENATED MODULE: ./lib/registry/serial.js
const tails = new Map();
/** Runs work under the same key one after the other, in the order asked; other keys run beside it. */
async function serialise(key, work) {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(key, mine);
    try {
        return await mine;
    }
    finally {
        if (tails.get(key) === mine)
            tails.delete(key);
    }
}

;// CONCATENATED MODULE: ./lib/registry/lock.js






// A holder reads and writes one small file: one that has held on for this long has died, or its clock has.
const staleMilliseconds = 60_000;
const patienceMilliseconds = 90_000;
/**
 * Holds a lock file while `work` runs, so that processes on one machine (or one shared disk) write one after the other.
 * A lock whose process is gone, or that is a minute old, is broken.
 *
 * @throws IngotError `timed-out` when others hold it for a minute and a half, `unwritable`
 */
function withLock(file, work, signal) {
    return serialise(`lock ${file}`, async () => {
        const deadline = Date.now() + patienceMilliseconds;
        while (!(await take(file))) {
            signal?.throwIfAborted();
            if (Date.now() > deadline) {
                throw new errors/* IngotError */.se('timed-out', `Another process holds ${file}`, {
                    advice: 'Wait for it to finish; when no such process runs, remove the file',
                });
            }
            if (await isStale(file))
                await breakLock(file);
            else
                await (0,promises_.setTimeout)(5 + Math.random() * 20);
        }
        try {
            return await work();
        }
        finally {
            await (0,external_node_fs_promises_.rm)(file, { force: true });
        }
    });
}
async function take(file) {
    try {
        await (0,external_node_fs_promises_.writeFile)(file, JSON.stringify({ host: (0,external_node_os_.hostname)(), pid: process.pid }), { flag: 'wx' });
        return true;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        throw unwritableFile(file, error);
    }
}
/** Two that find the same stale lock must not both remove it: the second would remove the first one's new lock. */
async function breakLock(file) {
    const breaker = `${file}.break`;
    if (!(await take(breaker))) {
        if (await isOld(breaker))
            await (0,external_node_fs_promises_.rm)(breaker, { force: true }); // its process died at the worst moment
        await (0,promises_.setTimeout)(10);
        return;
    }
    try {
        if (await isStale(file))
            await (0,external_node_fs_promises_.rm)(file, { force: true });
    }
    finally {
        await (0,external_node_fs_promises_.rm)(breaker, { force: true });
    }
}
async function isStale(file) {
    try {
        return isOfDeadProcess(await (0,external_node_fs_promises_.readFile)(file, 'utf8')) || (await isOld(file));
    }
    catch {
        return false; // released meanwhile
    }
}
async function isOld(file) {
    const status = await (0,external_node_fs_promises_.stat)(file).catch(() => undefined);
    return status !== undefined && Date.now() - status.mtimeMs > staleMilliseconds;
}
function isOfDeadProcess(text) {
    const held = /^\{"host":"([^"]*)","pid":(\d+)\}$/.exec(text);
    if (held === null || held[1] !== (0,external_node_os_.hostname)())
        return false;
    try {
        process.kill(Number(held[2]), 0);
        return false;
    }
    catch (error) {
        return (0,errors/* codeOf */.$N)(error) === 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./lib/registry/layout-index.js







const maximumIndexBytes = 64 * 1024 * 1024; // 64 MiB, some 200,000 manifests
const lockName = 'index.json.lock';
const layoutFile = JSON.stringify({ imageLayoutVersion: '1.0.0' });
const empty = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [] };
/**
 * The list of manifests of a layout, or undefined when there is no layout yet (no directory, or an empty one).
 *
 * @throws IngotError `unreadable` for anything else that is not a layout
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
async function readLayoutIndex(directory) {
    if (!(await isLayout(directory)))
        return undefined;
    const file = (0,external_node_path_.join)(directory, 'index.json');
    const bytes = await readOrUnborn(file, maximumIndexBytes, ['oci-layout']);
    if (bytes === 'unborn')
        return undefined;
    if (bytes !== undefined)
        return parseIndex(bytes, file);
    throw new errors/* IngotError */.se('unreadable', `${directory} is not an OCI image layout: index.json is missing`);
}
/** Makes the layout when there is none. Must have happened before the first blob is written. */
async function ensureLayout(directory, signal) {
    if ((await readLayoutIndex(directory)) === undefined)
        await editLayoutIndex(directory, (index) => index, signal);
}
/** Reads, changes and writes the list under a lock: of concurrent writers none loses an entry. */
async function editLayoutIndex(directory, edit, signal) {
    await readLayoutIndex(directory); // refuses before anything, even a lock, is put into a directory that is not a layout
    const file = (0,external_node_path_.join)(directory, 'index.json');
    await makeDirectory(directory);
    await withLock((0,external_node_path_.join)(directory, lockName), async () => {
        const index = await readLayoutIndex(directory);
        if (index === undefined)
            await writeText((0,external_node_path_.join)(directory, 'oci-layout'), layoutFile);
        const edited = edit(index ?? empty);
        if (edited !== index)
            await writeText(file, encodeJson(edited));
    }, signal);
}
/**
 * Lists a manifest, under tags when given. A tag has one owner: whoever had it before stays listed without it, so that
 * the image remains reachable by digest and by garbage collectors.
 */
function listManifest(index, descriptor, tags) {
    const others = [];
    for (const entry of index.manifests) {
        const tag = tagOf(entry);
        others.push(tag !== undefined && tags.includes(tag) ? withoutTag(entry) : entry);
    }
    const named = tags.map((tag) => withTag(descriptor, tag));
    const manifests = withoutRepetition([...others, ...(named.length > 0 ? named : [descriptor])]);
    return { ...index, manifests };
}
function tagOf(entry) {
    return entry.annotations?.[annotationKeys.refName];
}
function withoutTag(entry) {
    const { annotations, ...rest } = entry;
    const { [annotationKeys.refName]: _, ...others } = annotations ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}
function withTag(entry, tag) {
    return { ...entry, annotations: { ...entry.annotations, [annotationKeys.refName]: tag } };
}
/** One entry for each digest and tag; an untagged entry only for a digest that has no tagged one. */
function withoutRepetition(entries) {
    const tagged = new Set(entries.filter((entry) => tagOf(entry) !== undefined).map((entry) => entry.digest));
    const kept = new Map();
    for (const entry of entries) {
        const tag = tagOf(entry);
        if (tag === undefined && tagged.has(entry.digest))
            continue;
        kept.set(`${entry.digest} ${tag ?? ''}`, entry);
    }
    return [...kept.values()];
}
async function isLayout(directory) {
    const file = (0,external_node_path_.join)(directory, 'oci-layout');
    const bytes = await readOrUnborn(file, 4096, []);
    if (bytes === 'unborn')
        return false;
    if (bytes === undefined) {
        throw new errors/* IngotError */.se('unreadable', `${directory} is not an OCI image layout: the file oci-layout is missing`, {
            advice: 'Name the directory of an OCI image layout, or an empty or new directory to make one',
        });
    }
    const version = layoutVersion(bytes);
    if (version === undefined)
        throw new errors/* IngotError */.se('unreadable', `${file} is malformed: imageLayoutVersion is missing`);
    if (!version.startsWith('1.')) {
        throw new errors/* IngotError */.se('unsupported', `${file} says image layout version ${version}, only 1.x is understood`);
    }
    return true;
}
function layoutVersion(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        const version = typeof value === 'object' && value !== null ? Reflect.get(value, 'imageLayoutVersion') : undefined;
        return typeof version === 'string' ? version : undefined;
    }
    catch {
        return undefined;
    }
}
/** A file of a layout, unless the layout is still to be made. Looks twice: another process may be making it just now. */
async function readOrUnborn(file, maximumBytes, allowed) {
    const bytes = await readBounded(file, maximumBytes);
    if (bytes !== undefined)
        return bytes;
    return (await isUnborn((0,external_node_path_.dirname)(file), allowed)) ? 'unborn' : readBounded(file, maximumBytes);
}
/** No directory, or one that holds nothing but what a first writer puts there before index.json. */
async function isUnborn(directory, allowed) {
    try {
        const names = await (0,external_node_fs_promises_.readdir)(directory);
        return names.every((name) => allowed.includes(name) || name.startsWith(lockName) || name.endsWith(temporarySuffix));
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
            return true;
        throw unreadableFile(directory, error);
    }
}
async function makeDirectory(directory) {
    try {
        await (0,external_node_fs_promises_.mkdir)(directory, { recursive: true });
    }
    catch (error) {
        throw unwritableFile(directory, error);
    }
}
function writeText(file, text) {
    return writeAtomically(file, (handle) => handle.writeFile(text));
}

;// CONCATENATED MODULE: ./lib/registry/verified.js


const advice = 'The content was altered or damaged where it is stored: push it again from a copy that is known to be good';
function digestMismatch(where, expected, actual) {
    return new errors/* IngotError */.se('digest-mismatch', `${where} is not what its digest says: expected ${expected}, found ${actual}`, {
        advice,
    });
}
function sizeMismatch(where, expected, actual) {
    const message = `${where} is not what its descriptor says: expected ${expected.size} bytes of ${expected.digest}, found ${actual}`;
    return new errors/* IngotError */.se('digest-mismatch', message, { advice });
}
/**
 * Passes bytes on while hashing them. Stops at the first chunk that is too much, so that a lying source cannot fill
 * memory or disk; the last chunk is out before the digest is known, so a consumer keeps nothing until the end was reached.
 *
 * @throws IngotError `digest-mismatch`
 */
async function* verified(source, expected, where, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const chunk of source) {
        signal?.throwIfAborted();
        size += chunk.byteLength;
        if (size > expected.size)
            throw sizeMismatch(where, expected, 'more');
        hash.update(chunk);
        yield chunk;
    }
    if (size < expected.size)
        throw sizeMismatch(where, expected, `only ${size}`);
    const actual = `sha256:${hash.digest('hex')}`;
    if (actual !== expected.digest)
        throw digestMismatch(where, expected.digest, actual);
}

;// CONCATENATED MODULE: ./lib/registry/layout.js










const readChunkBytes = 256 * 1024; // fewer, larger reads: hashing dominates from here on
/**
 * An OCI image layout on disk. Referrers are the manifests in index.json that have a subject, as oras and skopeo list
 * them; where another tool brought a referrers tag (`sha256-<hex>`), that is read too.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
class LayoutStore {
    repository;
    traffic = { requests: 0, bytesSent: 0 };
    #directory;
    #described = new Map();
    #signal;
    #ensured;
    /** @param signal ends every call that is not given a signal of its own */
    constructor(reference, signal) {
        this.#signal = signal;
        this.repository = (0,oci_reference.formatRepository)(reference);
        this.#directory = (0,external_node_path_.resolve)(reference.directory);
    }
    async readManifest(label, options = {}) {
        this.#ended(options)?.throwIfAborted();
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        const isMeant = (entry) => typeof label === 'string' ? entry.digest === label : tagOf(entry) === label.tag;
        const entry = entries.find(isMeant);
        const digest = typeof label === 'string' ? label : entry?.digest;
        return digest === undefined ? undefined : this.#readManifest(digest, entry);
    }
    async writeManifest(bytes, mediaType, { tags = [], signal } = {}) {
        if (bytes.byteLength > maximumManifestBytes)
            throw manifestTooLarge(this.repository, bytes.byteLength);
        const described = describe(bytes, mediaType, `a manifest for ${this.repository}`);
        const { descriptor } = described;
        const buffer = Buffer.from(bytes);
        const ended = signal ?? this.#signal;
        ended?.throwIfAborted();
        await this.#ensure(ended);
        const file = this.#blobFile(descriptor.digest);
        // Compared rather than measured: writing a manifest again heals one that was damaged.
        if (!(await isFile(file, buffer))) {
            await writeAtomically(file, (handle) => handle.writeFile(buffer));
            this.traffic.bytesSent += buffer.byteLength;
        }
        await editLayoutIndex(this.#directory, (index) => listManifest(index, descriptor, tags), ended);
        this.#described.set(descriptor.digest, described);
        return { mediaType, digest: descriptor.digest, size: descriptor.size };
    }
    async *readBlob(descriptor, options = {}) {
        await readLayoutIndex(this.#directory);
        const file = this.#blobFile(descriptor.digest);
        const handle = await openExisting(file);
        if (handle === undefined) {
            throw new errors/* IngotError */.se('not-found', `The blob ${descriptor.digest} is not in ${this.repository}`);
        }
        try {
            const { size } = await handle.stat();
            if (size !== descriptor.size)
                throw sizeMismatch(file, descriptor, `${size}`);
            const stream = handle.createReadStream({ highWaterMark: readChunkBytes, autoClose: false });
            yield* verified(stream, descriptor, file, this.#ended(options));
        }
        finally {
            await handle.close();
        }
    }
    async hasBlob(digest, options = {}) {
        this.#ended(options)?.throwIfAborted();
        return (await sizeOf(this.#blobFile(digest))) !== undefined;
    }
    async writeBlob(source, options = {}) {
        const { descriptor } = source;
        this.#ended(options)?.throwIfAborted();
        await this.#ensure(this.#ended(options));
        const file = this.#blobFile(descriptor.digest);
        if ((await sizeOf(file)) === descriptor.size)
            return;
        await writeAtomically(file, async (handle) => {
            const what = `The blob that is being written to ${this.repository}`;
            for await (const chunk of verified(source.open(), descriptor, what, this.#ended(options))) {
                await handle.writeFile(chunk);
            }
        });
        this.traffic.bytesSent += descriptor.size;
    }
    async mountBlob(descriptor, from, options = {}) {
        if (!(from instanceof LayoutStore) || !(await from.hasBlob(descriptor.digest)))
            return false;
        await this.#ensure(this.#ended(options));
        const file = this.#blobFile(descriptor.digest);
        if ((await sizeOf(file)) === descriptor.size)
            return true;
        for await (const _ of from.readBlob(descriptor, options))
            ; // only what is verified is linked
        try {
            await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(this.#directory, 'blobs', 'sha256'), { recursive: true });
            await (0,external_node_fs_promises_.link)(from.#blobFile(descriptor.digest), file);
        }
        catch (error) {
            // Another disk, or one without hard links: the bytes are copied instead.
            if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
                return true;
            await this.writeBlob({ descriptor, open: () => from.readBlob(descriptor, options) }, options);
        }
        return true;
    }
    async referrers(digest, options = {}) {
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        const found = new Map();
        for (const entry of entries) {
            this.#ended(options)?.throwIfAborted();
            if (tagOf(entry) === `sha256-${(0,oci_digest/* hexOf */.ZD)(digest)}`) {
                for (const listed of await this.#readFallback(entry))
                    found.set(listed.digest, listed);
            }
            const described = await this.#describeEntry(entry);
            if (described?.subject === digest)
                found.set(entry.digest, described.descriptor);
        }
        return [...found.values()];
    }
    async tags(options = {}) {
        this.#ended(options)?.throwIfAborted();
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        return [...new Set(entries.flatMap((entry) => tagOf(entry) ?? []))].sort();
    }
    async #readManifest(digest, entry) {
        const file = this.#blobFile(digest);
        const bytes = await readBounded(file, maximumManifestBytes);
        if (bytes === undefined) {
            if (entry === undefined)
                return undefined;
            throw new errors/* IngotError */.se('unreadable', `${this.repository} lists the manifest ${digest}, but ${file} is missing`);
        }
        const actual = (0,oci_digest/* digestOf */.ol)(bytes);
        if (actual !== digest)
            throw digestMismatch(file, digest, actual);
        if (entry !== undefined && entry.size !== bytes.byteLength)
            throw sizeMismatch(file, entry, `${bytes.byteLength}`);
        const mediaType = entry?.mediaType ?? mediaTypeOf(bytes);
        if (mediaType === undefined)
            throw new errors/* IngotError */.se('unreadable', `${file} is not an image manifest`);
        return { descriptor: { ...(entry && withoutTag(entry)), mediaType, digest, size: bytes.byteLength }, bytes };
    }
    /** Undefined for what cannot be read: damage to one image must not hide the referrers of another. */
    async #describeEntry(entry) {
        if (this.#described.has(entry.digest))
            return this.#described.get(entry.digest);
        const described = await this.#readManifest(entry.digest, entry)
            .then((stored) => stored && describe(stored.bytes, entry.mediaType, this.repository))
            .catch(() => undefined);
        this.#described.set(entry.digest, described);
        return described;
    }
    async #readFallback(entry) {
        const stored = await this.#readManifest(entry.digest, entry);
        return stored === undefined ? [] : parseIndex(stored.bytes, `the referrers tag in ${this.repository}`).manifests;
    }
    #ended(options) {
        return options.signal ?? this.#signal;
    }
    #ensure(signal) {
        this.#ensured ??= ensureLayout(this.#directory, signal).catch((error) => {
            this.#ensured = undefined;
            throw error;
        });
        return this.#ensured;
    }
    #blobFile(digest) {
        if (!(0,oci_digest/* isDigest */.Bc)(digest))
            throw new errors/* IngotError */.se('invalid-reference', `${JSON.stringify(digest)} is not a digest`);
        return (0,external_node_path_.join)(this.#directory, 'blobs', 'sha256', (0,oci_digest/* hexOf */.ZD)(digest));
    }
}
async function sizeOf(file) {
    try {
        const status = await (0,external_node_fs_promises_.stat)(file);
        return status.isFile() ? status.size : undefined;
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadableFile(file, error);
    }
}
function manifestTooLarge(where, size) {
    const message = `A manifest of ${size} bytes cannot be stored in ${where}: at most ${maximumManifestBytes} are allowed`;
    return new errors/* IngotError */.se('size-exceeded', message);
}
async function isFile(file, bytes) {
    return (await sizeOf(file)) === bytes.byteLength && bytes.equals(await (0,external_node_fs_promises_.readFile)(file));
}

;// CONCATENATED MODULE: ./lib/registry/challenge.js
/**
 * The challenges of a WWW-Authenticate header that we can answer, in order.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.1
 */
function parseChallenges(header) {
    const challenges = [];
    const part = /([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/gy;
    let position = 0;
    while (position < header.length && position < 8192) {
        const gap = /[\s,]*/y;
        gap.lastIndex = position;
        gap.exec(header);
        part.lastIndex = gap.lastIndex;
        const match = part.exec(header);
        if (match === null)
            break;
        position = part.lastIndex;
        const [, name = '', quoted, bare] = match;
        if (quoted === undefined && bare === undefined)
            challenges.push({ scheme: name.toLowerCase(), parameters: {} });
        else {
            const last = challenges.at(-1);
            if (last)
                last.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
        }
    }
    return challenges.filter((challenge) => /^(?:basic|bearer)$/.test(challenge.scheme));
}

;// CONCATENATED MODULE: ./lib/registry/authorizer.js




const maximumTokenBytes = 1024 * 1024;
const tokenAnswer = schemas/* looseObject */._H3({ token: schemas/* string */.YjP().optional(), access_token: schemas/* string */.YjP().optional() });
/**
 * Answers a registry's challenges: Basic from credentials, Bearer by asking the token service that the challenge names.
 * Tokens are kept for each scope until the registry refuses them.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
class Authorizer {
    #options;
    #headers = new Map();
    #credentials;
    constructor(options) {
        this.#options = options;
    }
    /** The Authorization header known to serve these scopes, if any: who may push may pull. */
    async headerFor(scopes) {
        const [first = '', ...more] = scopes;
        const wider = more.length === 0 ? first.replace(/:pull$/, ':pull,push') : '';
        return this.#headers.get(keyOf(scopes)) ?? this.#headers.get(wider);
    }
    /**
     * A new header after a refusal, or undefined when the challenge cannot be answered. Requests that are refused at the
     * same time share one answer.
     *
     * @param refused the header that was refused
     */
    async answer(header, scopes, refused, signal) {
        const known = await this.headerFor(scopes);
        if (known !== undefined && known !== refused)
            return known;
        const challenges = parseChallenges(header ?? '');
        const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
        if (bearer !== undefined)
            return this.#remember(scopes, () => this.#askToken(bearer, scopes, signal));
        const credentials = await this.#readCredentials();
        if (challenges.length === 0 || credentials === undefined)
            return undefined;
        const basic = basicHeader(credentials);
        return basic === refused ? undefined : this.#remember(scopes, async () => basic);
    }
    /** Whether any credentials are stored for this registry: decides what advice is given. */
    async hasCredentials() {
        return (await this.#readCredentials()) !== undefined;
    }
    #readCredentials() {
        this.#credentials ??= this.#options.credentials();
        return this.#credentials;
    }
    #remember(scopes, get) {
        const key = keyOf(scopes);
        const getting = get();
        this.#headers.set(key, getting);
        getting.catch(() => this.#headers.delete(key));
        return getting;
    }
    async #askToken({ parameters }, scopes, signal) {
        const realm = parameters.realm ?? '';
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        if (url === undefined || !this.#options.mayAsk(url)) {
            const where = url ? redactUrl(url) : 'no address';
            throw new errors/* IngotError */.se('unauthorized', `${this.#options.origin} sends to ${where} for a token, which is not safe to ask`);
        }
        if (parameters.service)
            url.searchParams.set('service', parameters.service);
        for (const scope of scopes)
            url.searchParams.append('scope', scope);
        const credentials = await this.#readCredentials();
        const headers = credentials && { authorization: basicHeader(credentials) };
        const answer = await this.#options.http.send({
            method: 'GET',
            url,
            ...(headers && { headers }),
            ...(signal && { signal }),
        });
        const bytes = await answer.bytes(maximumTokenBytes);
        if (answer.status !== 200) {
            throw new errors/* IngotError */.se('unauthorized', `The token service ${redactUrl(url)} answered ${answer.status}`, {
                advice: `Log in again with docker login ${new URL(this.#options.origin).host}`,
            });
        }
        return `Bearer ${readToken(bytes, url)}`;
    }
}
function readToken(bytes, url) {
    try {
        const { token, access_token } = tokenAnswer.parse(JSON.parse(bytes.toString('utf8')));
        const text = token ?? access_token;
        if (text && /^[\x21-\x7e]+$/.test(text))
            return text;
    }
    catch {
        // Said below, without the answer: it may hold a secret.
    }
    throw new errors/* IngotError */.se('unauthorized', `The token service ${redactUrl(url)} gave no token`);
}
function basicHeader({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function keyOf(scopes) {
    return scopes.join(' ');
}

;// CONCATENATED MODULE: ./lib/registry/credentials.js





const entry = schemas/* looseObject */._H3({
    auth: schemas/* string */.YjP().optional(),
    username: schemas/* string */.YjP().optional(),
    password: schemas/* string */.YjP().optional(),
});
const dockerConfig = schemas/* looseObject */._H3({ auths: schemas/* record */.g1P(schemas/* string */.YjP(), entry).optional() });
const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
/**
 * What `docker login` stored for a host (`auths` of config.json in `DOCKER_CONFIG` or ~/.docker); else, for GHCR inside a
 * job on github.com, the job's own token. Hosts are compared whole, ports included: a part of a name never matches.
 *
 * @throws IngotError `invalid-config`, without a word of the file's content
 * @see https://docs.docker.com/reference/cli/docker/login/
 */
async function readCredentials(host, env = process.env) {
    const file = (0,external_node_path_.join)(env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker'), 'config.json');
    const bytes = await readBounded(file, 1024 * 1024);
    const auths = bytes === undefined ? {} : (parseConfig(bytes, file).auths ?? {});
    const wanted = dockerHub.includes(host) ? dockerHub : [host];
    for (const [key, value] of Object.entries(auths)) {
        const found = wanted.includes(hostOfKey(key)) ? credentialsOf(value) : undefined;
        if (found !== undefined)
            return found;
    }
    return jobToken(host, env);
}
/** `GITHUB_TOKEN`, for the registry of the server that issued it and no other: a GitHub Enterprise Server's goes nowhere. */
function jobToken(host, env) {
    const { GITHUB_TOKEN: password, GITHUB_ACTOR: username, GITHUB_SERVER_URL: issuer } = env;
    if (host !== 'ghcr.io' || issuer !== 'https://github.com' || !password)
        return undefined;
    return { username: username || 'x-access-token', password };
}
/** `https://index.docker.io/v1/` and `ghcr.io` are both ways to write a host. */
function hostOfKey(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
}
function credentialsOf({ auth, username, password }) {
    const plain = auth ? Buffer.from(auth, 'base64').toString('utf8') : `${username ?? ''}:${password ?? ''}`;
    const colon = plain.indexOf(':');
    if (colon <= 0)
        return undefined;
    return { username: plain.slice(0, colon), password: plain.slice(colon + 1).replace(/\0+$/, '') };
}
function parseConfig(bytes, file) {
    const advice = 'Write it again with docker login, or name another folder in DOCKER_CONFIG';
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        throw new errors/* IngotError */.se('invalid-config', `Cannot read registry credentials from ${file}: it is not JSON`, { advice });
    }
    const parsed = dockerConfig.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const at = parsed.error.issues[0]?.path[0] ?? 'the document';
    const message = `Cannot read registry credentials from ${file}: ${String(at)} has the wrong shape`;
    throw new errors/* IngotError */.se('invalid-config', message, { advice });
}

;// CONCATENATED MODULE: ./lib/registry/endpoint.js





/**
 * One repository of one registry over HTTP: where it is, how it is spoken to, and what its refusals mean. Knows nothing
 * of blobs and manifests.
 */
class Endpoint {
    host;
    path;
    #http;
    #base;
    #signal;
    #authorizer;
    constructor({ host, path }, { signal, ...options } = {}) {
        this.host = host;
        this.path = path;
        this.#signal = signal;
        this.#http = new HttpClient(options);
        const insecureHosts = options.insecureHosts ?? [];
        const isPlain = (url) => isLoopback(url.hostname) || insecureHosts.includes(url.host) || insecureHosts.includes(url.hostname);
        const server = host === 'docker.io' || host === 'index.docker.io' ? 'registry-1.docker.io' : host;
        const scheme = isPlain(new URL(`http://${server}`)) ? 'http' : 'https';
        this.#base = new URL(`${scheme}://${server}/v2/${path}/`);
        this.#authorizer = new Authorizer({
            http: this.#http,
            origin: this.#base.origin,
            credentials: () => readCredentials(host),
            mayAsk: (url) => url.protocol === 'https:' || (url.protocol === 'http:' && isPlain(url)),
        });
    }
    get traffic() {
        return this.#http.traffic;
    }
    /** An address in this repository; one that the registry gave is taken relative to the last. */
    resolve(to, from = this.#base) {
        if (!URL.canParse(to, from.href)) {
            throw new errors/* IngotError */.se('unreachable', `${this.host} sent an address that cannot be read, for ${this.path}`);
        }
        return new URL(to, from);
    }
    /** Sends, answers a challenge once, and turns every unexpected status into an error. */
    async send(call, read) {
        const signal = call.signal ?? this.#signal;
        const scopes = this.#scopesOf(call);
        const url = typeof call.to === 'string' ? this.resolve(call.to) : call.to;
        const authorization = url.origin === this.#base.origin ? await this.#authorizer.headerFor(scopes) : undefined;
        const request = { ...call, url, ...(signal && { signal }) };
        const handle = async (answer) => {
            if (answer.status === 401 && answer.url.origin === this.#base.origin && !call.expect.includes(401)) {
                const challenge = answer.header('www-authenticate');
                const header = await this.#authorizer.answer(challenge, scopes, authorization, signal);
                if (header !== undefined) {
                    answer.discard();
                    return { challenge: header };
                }
            }
            return { value: await this.#read(answer, call, read) };
        };
        return this.#named(call.operation, signal, async () => {
            const first = await this.#http.exchange(withAuthorization(request, authorization), handle);
            if ('value' in first)
                return first.value;
            return this.#http.exchange(withAuthorization(request, first.challenge), (answer) => this.#read(answer, call, read));
        });
    }
    async #read(answer, call, read) {
        if (call.expect.includes(answer.status))
            return read(answer);
        throw await refusalOf(answer, call.operation, await this.#authorizer.hasCredentials());
    }
    #scopesOf({ operation, alsoReads }) {
        const own = `repository:${this.path}:${operation.writes ? 'pull,push' : 'pull'}`;
        return alsoReads === undefined || alsoReads === this.path ? [own] : [own, `repository:${alsoReads}:pull`];
    }
    /** Passes a body on, so that what goes wrong on the way is named like everything else. */
    async *named(operation, body) {
        try {
            yield* body;
        }
        catch (error) {
            throw withOperation(operation, error);
        }
    }
    async #named(operation, signal, work) {
        try {
            return await work();
        }
        catch (error) {
            signal?.throwIfAborted();
            throw withOperation(operation, error);
        }
    }
}
function withOperation(operation, error) {
    if (!(error instanceof errors/* IngotError */.se) || error.message.includes(operation.repository))
        return error;
    return new errors/* IngotError */.se(error.reason, `${describeOperation(operation)}: ${error.message}`, {
        cause: error,
        ...(error.advice !== undefined && { advice: error.advice }),
    });
}
function withAuthorization(request, authorization) {
    return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}

;// CONCATENATED MODULE: ./lib/registry/pages.js

const maximumPageBytes = 8 * 1024 * 1024;
const maximumPages = 10_000;
/**
 * The JSON documents of a list that a registry hands out in pages; none when there is no such list (404).
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 */
async function* readPages(endpoint, first, operation, options) {
    const seen = new Set();
    let next = endpoint.resolve(first);
    while (next !== undefined) {
        if (seen.has(next.href) || seen.size === maximumPages) {
            throw new errors/* IngotError */.se('unreadable', `${operation.repository}: the registry's pages lead in a circle, cannot ${operation.verb}`);
        }
        seen.add(next.href);
        const call = { method: 'GET', to: next, operation, expect: [200, 404], ...options };
        const page = await endpoint.send(call, async (answer) => {
            const bytes = await answer.bytes(maximumPageBytes);
            if (answer.status === 404)
                return undefined;
            return { document: parseJson(bytes, operation), next: nextPage(answer.header('link')), from: answer.url };
        });
        if (page === undefined)
            return;
        yield page.document;
        next = page.next === undefined ? undefined : endpoint.resolve(page.next, page.from);
    }
}
/** @see https://www.rfc-editor.org/rfc/rfc8288.html */
function nextPage(link) {
    return link === undefined ? undefined : /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link)?.[1];
}
function parseJson(bytes, { verb, repository }) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        throw new errors/* IngotError */.se('unreadable', `Cannot ${verb} from ${repository}: the registry's answer is not JSON`, {
            advice: 'Check that the host is a registry, and not a web page in front of it',
        });
    }
}

;// CONCATENATED MODULE: ./lib/registry/remote-referrers.js







const remote_referrers_maximumPageBytes = 8 * 1024 * 1024;
const remote_referrers_maximumPages = 1000;
const updateAttempts = 8;
/**
 * The list of manifests that refer to another one. Registries keep it (the referrers API), do not know it (404), or
 * answer with an empty list whatever was pushed; so the fallback tag is always read as well, and written whenever the
 * new entry cannot be seen otherwise.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
class RemoteReferrers {
    #options;
    #hasApi = true;
    constructor(options) {
        this.#options = options;
    }
    async list(subject, options = {}) {
        const [listed, fallback] = await Promise.all([
            this.#readApi(subject, options),
            this.#readFallback(subject, options),
        ]);
        const found = new Map();
        for (const entry of [...(fallback?.manifests ?? []), ...listed])
            found.set(entry.digest, entry);
        return [...found.values()];
    }
    /**
     * Makes sure that a reader finds a manifest that was just pushed.
     *
     * @param isSaidToBe whether the registry claims (`OCI-Subject`) to have listed it; some do and have not
     * @throws IngotError `tag-immutable` when the fallback tag may not be moved
     */
    async ensureListed(subject, descriptor, isSaidToBe, options = {}) {
        const isSeen = async () => (await this.list(subject, options)).some(({ digest }) => digest === descriptor.digest);
        if (isSaidToBe && (await isSeen()))
            return;
        await serialise(`referrers ${this.#options.repository} ${subject}`, () => this.#add(subject, descriptor, options));
    }
    /** There is no compare-and-swap for tags: an entry that another process overwrote is added again. */
    async #add(subject, descriptor, options) {
        for (let attempt = 0; attempt < updateAttempts; attempt += 1) {
            await (0,promises_.setTimeout)(Math.random() * 50 * attempt, undefined, options);
            const begun = performance.now();
            const index = await this.#readFallback(subject, options, true);
            if (lists(index, descriptor))
                return;
            const manifests = [...(index?.manifests ?? []), descriptor];
            const next = { ...index, schemaVersion: 2, mediaType: mediaTypes.index, manifests };
            await this.#options.putManifest(encodeJson(next), mediaTypes.index, { tag: remote_referrers_tagOf(subject) }, options);
            if (await this.#stays(subject, descriptor, performance.now() - begun, options))
                return;
        }
        const message = `Cannot list ${descriptor.digest} under ${subject} in ${this.#options.repository}: the tag ${remote_referrers_tagOf(subject)} is overwritten by others each time`;
        throw new errors/* IngotError */.se('unreachable', message, { advice: 'Let only one job at a time sign the same image' });
    }
    /**
     * Who read the list before our write may still overwrite it after our entry was seen: it is looked for twice, with as
     * much time between as a write takes.
     */
    async #stays(subject, entry, writeMilliseconds, options) {
        if (!lists(await this.#readFallback(subject, options), entry))
            return false;
        await (0,promises_.setTimeout)(Math.min(20 + writeMilliseconds * (1 + Math.random()), 2000), undefined, options);
        return lists(await this.#readFallback(subject, options), entry);
    }
    async #readFallback(subject, options, isForWriting = false) {
        const tag = remote_referrers_tagOf(subject);
        const stored = await this.#options.readManifest({ tag }, options);
        if (stored === undefined)
            return undefined;
        const where = `the tag ${tag} of ${this.#options.repository}`;
        if (indexTypes.includes(stored.descriptor.mediaType))
            return parseIndex(stored.bytes, where);
        if (!isForWriting)
            return undefined;
        throw new errors/* IngotError */.se('unreadable', `Cannot list a referrer: ${where} is not a list but ${stored.descriptor.mediaType}`);
    }
    async #readApi(subject, options) {
        const found = [];
        let next = this.#options.endpoint.resolve(`referrers/${subject}`);
        for (let pages = 0; next !== undefined && this.#hasApi && pages < remote_referrers_maximumPages; pages += 1) {
            const page = await this.#readPage(next, subject, options);
            found.push(...page.entries);
            next = page.next;
        }
        return found;
    }
    #readPage(to, subject, options) {
        const { endpoint, repository } = this.#options;
        const operation = { verb: `list the referrers of ${subject}`, repository, writes: false };
        const headers = { accept: mediaTypes.index };
        const call = { method: 'GET', to, headers, operation, expect: [200, 400, 404, 405, 501], ...options };
        return endpoint.send(call, async (answer) => {
            if (!isList(answer)) {
                // 404 for a subject that exists means that there is no API, and so does whatever is not an index.
                this.#hasApi = false;
                answer.discard();
                return { entries: [], next: undefined };
            }
            const bytes = await answer.bytes(remote_referrers_maximumPageBytes);
            const link = nextPage(answer.header('link'));
            const next = link === undefined ? undefined : endpoint.resolve(link, answer.url);
            return { entries: parseIndex(bytes, `the referrers of ${subject} in ${repository}`).manifests, next };
        });
    }
}
function lists(index, { digest }) {
    return index?.manifests.some((entry) => entry.digest === digest) ?? false;
}
/** The fallback tag: the digest with its colon replaced. */
function remote_referrers_tagOf(subject) {
    return `sha256-${(0,oci_digest/* hexOf */.ZD)(subject)}`;
}
function isList(answer) {
    const type = answer.header('content-type')?.split(';')[0]?.trim();
    return answer.status === 200 && type === mediaTypes.index;
}

;// CONCATENATED MODULE: ./lib/registry/remote.js













const manifestMediaTypes = [...indexTypes, ...manifestTypes];
const uploadAttempts = 3;
/**
 * One repository of a registry.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
class RemoteStore {
    repository;
    #reference;
    #endpoint;
    #referrers;
    /** Uploads that a refused mount has opened: the next write of that blob takes them up. */
    #openUploads = new Map();
    constructor(reference, options = {}) {
        this.repository = (0,oci_reference.formatRepository)(reference);
        this.#reference = reference;
        this.#endpoint = new Endpoint(reference, options);
        this.#referrers = new RemoteReferrers({
            repository: this.repository,
            endpoint: this.#endpoint,
            readManifest: (label, call) => this.readManifest(label, call),
            putManifest: (bytes, mediaType, label, call) => this.#putManifest(bytes, mediaType, label, call),
        });
    }
    get traffic() {
        return this.#endpoint.traffic;
    }
    async readManifest(label, options = {}) {
        const name = typeof label === 'string' ? label : this.#tag(label.tag);
        const operation = this.#reads(`read the manifest ${name}`);
        const call = { method: 'GET', to: `manifests/${name}`, headers: { accept: manifestMediaTypes.join(', ') } };
        return this.#endpoint.send({ ...call, operation, expect: [200, 404], ...options }, async (answer) => {
            if (answer.status === 404) {
                answer.discard();
                return undefined;
            }
            const bytes = await answer.bytes(maximumManifestBytes);
            const expected = typeof label === 'string' ? label : answer.header('docker-content-digest');
            const digest = (0,oci_digest/* digestOf */.ol)(bytes);
            const where = `The manifest ${name} of ${this.repository}`;
            if (expected !== undefined && (0,oci_digest/* isDigest */.Bc)(expected) && digest !== expected) {
                throw digestMismatch(where, expected, digest);
            }
            return {
                descriptor: {
                    mediaType: mediaTypeSaid(answer.header('content-type'), bytes, where),
                    digest,
                    size: bytes.length,
                },
                bytes,
            };
        });
    }
    async writeManifest(bytes, mediaType, { tags = [], signal } = {}) {
        if (bytes.byteLength > maximumManifestBytes) {
            const message = `A manifest of ${bytes.byteLength} bytes cannot be pushed to ${this.repository}: at most ${maximumManifestBytes} are allowed`;
            throw new errors/* IngotError */.se('size-exceeded', message);
        }
        const { descriptor, subject } = describe(bytes, mediaType, `a manifest for ${this.repository}`);
        const options = signal && { signal };
        const labels = tags.length === 0 ? [descriptor.digest] : tags.map((tag) => ({ tag: this.#tag(tag) }));
        let isListed = false;
        for (const label of labels)
            isListed = await this.#settleManifest(bytes, mediaType, label, options);
        if (subject !== undefined)
            await this.#referrers.ensureListed(subject, descriptor, isListed, options);
        return { mediaType, digest: descriptor.digest, size: descriptor.size };
    }
    async *readBlob(descriptor, options = {}) {
        const { digest, size } = descriptor;
        const where = `The blob ${digest} of ${this.repository}`;
        const operation = this.#reads(`read the blob ${digest}`);
        const call = { method: 'GET', to: `blobs/${digest}`, operation, expect: [200], ...options };
        const answer = await this.#endpoint.send(call, async (it) => it);
        if (answer.declaredBytes !== undefined && answer.declaredBytes !== size) {
            answer.discard();
            throw sizeMismatch(where, descriptor, `${answer.declaredBytes}`);
        }
        yield* this.#endpoint.named(operation, verified(answer.stream(), descriptor, where, options.signal));
    }
    hasBlob(digest, options = {}) {
        return this.#hasBlob(digest, this.#reads(`look for the blob ${digest}`), options);
    }
    async #hasBlob(digest, operation, options) {
        const call = { method: 'HEAD', to: `blobs/${digest}`, operation, expect: [200, 404], ...options };
        return this.#endpoint.send(call, async (answer) => {
            answer.discard();
            return answer.status === 200;
        });
    }
    /** Writers of one blob take turns, so that the later ones find it there. */
    writeBlob(source, options = {}) {
        const key = `blob ${this.repository} ${source.descriptor.digest}`;
        return serialise(key, () => this.#writeBlob(source, options));
    }
    async #writeBlob(source, options) {
        const { digest } = source.descriptor;
        // Looked for with the right to push, so that one token serves all of the upload.
        if (await this.#hasBlob(digest, this.#writes(`push the blob ${digest}`), options))
            return;
        for (let attempt = 1;; attempt += 1) {
            try {
                return await this.#upload(source, options);
            }
            catch (error) {
                // An upload whose connection was lost cannot be taken up again: it is begun anew.
                if (attempt === uploadAttempts || !isPassing(error))
                    throw error;
            }
        }
    }
    async mountBlob(descriptor, from, options = {}) {
        if (!(from instanceof RemoteStore) || from.#reference.host !== this.#reference.host)
            return false;
        const { digest } = descriptor;
        if (from.#reference.path === this.#reference.path)
            return this.hasBlob(digest, options);
        const to = this.#endpoint.resolve(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from.#reference.path)}`);
        const operation = this.#writes(`mount the blob ${digest} of ${from.repository}`);
        const call = { method: 'POST', idempotent: true, to, operation, alsoReads: from.#reference.path };
        const refusals = [400, 404, 405]; // registries that do not know how, and sources that are not there
        return this.#endpoint.send({ ...call, expect: [201, 202, ...refusals], ...options }, async (answer) => {
            answer.discard();
            if (answer.status === 202)
                this.#openUploads.set(digest, this.#locationOf(answer));
            return answer.status === 201;
        });
    }
    referrers(digest, options = {}) {
        return this.#referrers.list(digest, options);
    }
    async tags(options = {}) {
        const operation = this.#reads('list the tags');
        const pages = readPages(this.#endpoint, 'tags/list?n=1000', operation, options);
        const found = new Set();
        for await (const page of pages) {
            const tags = typeof page === 'object' && page !== null ? Reflect.get(page, 'tags') : undefined;
            for (const tag of Array.isArray(tags) ? tags : [])
                if (typeof tag === 'string')
                    found.add(tag);
        }
        return [...found].sort();
    }
    /**
     * Distribution 2.8 loses sight of a blob for a moment while another process pushes the same one (every signature's
     * empty config is): a part that it says is missing is asked for again before that is believed.
     */
    async #settleManifest(...put) {
        for (const delay of [50, 150, 400]) {
            try {
                return await this.#putManifest(...put);
            }
            catch (error) {
                if (!isPartUnknown(error))
                    throw error;
                await (0,promises_.setTimeout)(delay, undefined, put[3]);
            }
        }
        return this.#putManifest(...put);
    }
    /** @returns whether the registry says that it has listed the manifest under its subject */
    async #putManifest(...[bytes, mediaType, label, options]) {
        const name = typeof label === 'string' ? label : label.tag;
        const operation = { ...this.#writes(`push the manifest ${name}`), ...(typeof label !== 'string' && label) };
        const call = {
            ...{ method: 'PUT', to: `manifests/${name}`, headers: { 'content-type': mediaType }, body: bytes },
            ...{ operation, expect: [201], ...options },
        };
        return this.#endpoint.send(call, async (answer) => {
            answer.discard();
            const said = answer.header('docker-content-digest');
            const digest = (0,oci_digest/* digestOf */.ol)(bytes);
            if (said !== undefined && (0,oci_digest/* isDigest */.Bc)(said) && said !== digest) {
                throw digestMismatch(`The manifest ${name} that ${this.repository} has stored`, digest, said);
            }
            return answer.header('oci-subject') !== undefined;
        });
    }
    async #upload(source, options) {
        const { digest, size } = source.descriptor;
        const operation = this.#writes(`push the blob ${digest}`);
        const { href, search } = this.#openUploads.get(digest) ?? (await this.#beginUpload(operation, options));
        this.#openUploads.delete(digest);
        const to = new URL(`${href}${search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`);
        const what = `The blob that is being pushed to ${this.repository}`;
        const body = { size, open: () => verified(source.open(), source.descriptor, what, options.signal) };
        const headers = { 'content-type': 'application/octet-stream' };
        const call = { method: 'PUT', idempotent: false, to, headers, body, operation, ...options };
        await this.#endpoint.send({ ...call, expect: [201] }, async (answer) => answer.discard());
    }
    #beginUpload(operation, options) {
        const call = {
            method: 'POST',
            idempotent: true,
            to: 'blobs/uploads/',
            operation,
            expect: [202],
            ...options,
        };
        return this.#endpoint.send(call, async (answer) => {
            answer.discard();
            return this.#locationOf(answer);
        });
    }
    #locationOf(answer) {
        return this.#endpoint.resolve(answer.header('location') ?? '', answer.url);
    }
    #tag(tag) {
        return (0,oci_reference.tagged)(this.#reference, tag).tag ?? tag;
    }
    #reads(verb) {
        return { verb, repository: this.repository, writes: false };
    }
    #writes(verb) {
        return { verb, repository: this.repository, writes: true };
    }
}

;// CONCATENATED MODULE: ./lib/registry/open.js


/**
 * The repository that a reference names. Nothing is read yet: a layout directory is made by the first write, and reading
 * one that does not exist finds nothing.
 */
function openStore(reference, options = {}) {
    return reference.kind === 'layout' ? new LayoutStore(reference, options.signal) : new RemoteStore(reference, options);
}

;// CONCATENATED MODULE: ./lib/registry/copy-reference.js




/** Copies what one reference names to where another points. @throws IngotError `not-found`, `invalid-input` */
async function copyReference(options) {
    const from = openStore(options.from, options);
    const to = openStore(options.to, options);
    const label = options.from.digest ?? (options.from.tag === undefined ? undefined : { tag: options.from.tag });
    if (label === undefined) {
        throw new errors/* IngotError */.se('invalid-reference', `${(0,oci_reference.formatReference)(options.from)} names no image: the tag or digest is missing`);
    }
    const root = await from.readManifest(label);
    if (root === undefined) {
        throw new errors/* IngotError */.se('not-found', `There is no image ${(0,oci_reference.formatReference)(options.from)}`, {
            advice: await tagsOf(from),
        });
    }
    const { digest } = root.descriptor;
    if (options.to.digest !== undefined && options.to.digest !== digest) {
        const message = `${(0,oci_reference.formatReference)(options.from)} is ${digest}, so it cannot become ${(0,oci_reference.formatReference)(options.to)}`;
        throw new errors/* IngotError */.se('invalid-input', message, { advice: 'Leave the digest out of the destination' });
    }
    const { tag } = options.to;
    await copyImage({ ...options, from, to, digest, tags: tag === undefined ? [] : [tag] }, root);
    return {
        digest,
        destination: (0,oci_reference.formatReference)({ ...options.to, digest }),
        requests: from.traffic.requests + to.traffic.requests,
        bytesSent: to.traffic.bytesSent,
    };
}
async function tagsOf(store) {
    const tags = await store.tags().catch(() => []);
    return tags.length === 0 ? 'There are no tags here' : `The tags here are ${tags.slice(-20).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/registry/index.js





/***/ })

};
