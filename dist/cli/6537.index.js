export const id = 6537;
export const ids = [6537];
export const modules = {

/***/ 46537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HttpAnswer: () => (/* reexport */ HttpAnswer),
  HttpClient: () => (/* reexport */ HttpClient),
  isLoopback: () => (/* reexport */ isLoopback),
  redactText: () => (/* reexport */ redactText),
  redactUrl: () => (/* reexport */ redactUrl)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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
    #whole;
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
        if (this.#whole !== undefined)
            return yield this.#whole;
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
    /** The whole body; asked again, the same. @throws IngotError `size-exceeded`, at once when the length is declared */
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
        this.#whole = Buffer.concat(chunks);
        return this.#whole;
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
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/http/loopback.js
/** Whether a host name (as in `URL.hostname`) can only mean this machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./lib/http/proxy.js



/**
 * The proxy that the environment names for an address, as Go's tools read it: HTTPS_PROXY or HTTP_PROXY by the scheme of
 * the address, in lower case too; NO_PROXY lists exceptions. This machine itself is never asked for through a proxy.
 *
 * @throws IngotError `invalid-config` for a variable that is no http or https address
 * @see https://pkg.go.dev/golang.org/x/net@v0.50.0/http/httpproxy#Config
 */
function proxyFor(url, env = process.env) {
    const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    // A CGI script's HTTP_PROXY comes from its client's `ProxyServer:` header.
    const isForged = name === 'HTTP_PROXY' && env.REQUEST_METHOD !== undefined;
    const value = env[name.toLowerCase()] || (isForged ? undefined : env[name]);
    if (!value || isLoopback(url.hostname) || isExempt(url, env.no_proxy || env.NO_PROXY || ''))
        return undefined;
    const text = value.includes('://') ? value : `http://${value}`;
    const proxy = URL.canParse(text) ? new URL(text) : undefined;
    if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
        throw new errors/* IngotError */.se('invalid-config', `The environment variable ${name} is not the address of an HTTP proxy`, {
            advice: `Write ${name}=http://proxy.example.com:3128`,
        });
    }
    const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    const authorization = proxy.username ? `Basic ${Buffer.from(login).toString('base64')}` : undefined;
    return { url: new URL(proxy.origin), authorization };
}
/** Whether NO_PROXY names the address: `*`, a name (with all below it), `.name` (only below it), an IP or a range, each with or without a port. */
function isExempt(url, list) {
    const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter(Boolean)
        .some((entry) => entry === '*' || matches(entry, host, port));
}
function matches(entry, host, port) {
    if (entry.includes('/'))
        return isInRange(entry, host);
    if ((0,external_node_net_.isIP)(entry) !== 0)
        return entry === host;
    const [, name = entry, wantedPort] = /^(.*):(\d+)$/.exec(entry) ?? [];
    if (wantedPort !== undefined && wantedPort !== port)
        return false;
    const plain = name.replace(/^\*(?=\.)/, '').replace(/^\[|\]$/g, '');
    return plain.startsWith('.') ? host.endsWith(plain) : host === plain || host.endsWith(`.${plain}`);
}
function isInRange(range, host) {
    const [network = '', bits = ''] = range.split('/');
    const family = (0,external_node_net_.isIP)(host);
    if (family === 0 || (0,external_node_net_.isIP)(network) !== family || !/^\d{1,3}$/.test(bits))
        return false;
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (Number(bits) > (family === 6 ? 128 : 32))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, Number(bits), type);
    return list.check(host, type);
}

;// CONCATENATED MODULE: ./lib/http/transport.js

const connectionsPerHost = 16;
const agentOptions = { keepAlive: true, maxSockets: connectionsPerHost, scheduling: 'lifo' };
// Loaded when first used: a run that stays on disk does not pay for it. Connections are kept for the whole process.
const ways = new Map();
/** How an address is reached: directly, or through the proxy that the environment names. */
async function transportTo(url) {
    const proxy = proxyFor(url);
    const isTunnelled = proxy !== undefined && url.protocol === 'https:';
    const key = isTunnelled ? `${proxy.url.href} ${proxy.authorization}` : (proxy?.url ?? url).protocol;
    let way = ways.get(key);
    if (way === undefined) {
        way = isTunnelled ? loadTunnel(proxy) : loadDirect((proxy?.url ?? url).protocol);
        ways.set(key, way);
    }
    const { agent, open } = await way;
    if (proxy === undefined || isTunnelled)
        return { open, options: { agent } };
    // A plain request names its target whole, to the proxy. https://www.rfc-editor.org/rfc/rfc9112.html#name-absolute-form
    const headers = {
        host: url.host,
        ...(proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization }),
    };
    const path = `${url.origin}${url.pathname}${url.search}`;
    return { open: (_, options) => open(proxy.url, { ...options, path }), options: { agent, headers } };
}
async function loadDirect(protocol) {
    const { Agent, request } = protocol === 'https:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19));
    return { agent: new Agent(agentOptions), open: request };
}
async function loadTunnel(proxy) {
    const [{ TunnelAgent }, { request }] = await Promise.all([__webpack_require__.e(/* import() */ 5028).then(__webpack_require__.bind(__webpack_require__, 75028)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19))]);
    return { agent: new TunnelAgent(proxy, agentOptions), open: request };
}

;// CONCATENATED MODULE: ./lib/http/exchange.js




/** Slower than this on the whole, and it is given up: a server that drips bytes is never silent. */
const slowestBytesPerSecond = 64 * 1024;
/**
 * One request and the head of its answer, over a kept connection.
 *
 * @param sent called with the number of body bytes of each chunk
 */
async function exchange(request, limits, sent) {
    const { method, url, body, signal } = request;
    const { open, options } = await transportTo(url);
    signal?.throwIfAborted();
    // One signal ends a whole job, with as many requests as are under way: more than ten are no leak.
    if (signal !== undefined)
        (0,external_node_events_.setMaxListeners)(0, signal);
    const length = body === undefined ? undefined : 'open' in body ? body.size : body.byteLength;
    const headers = {
        'user-agent': 'ingot',
        ...request.headers,
        ...options.headers,
        ...(length !== undefined ? { 'content-length': `${length}` } : method === 'POST' && { 'content-length': '0' }),
    };
    return new Promise((resolve, reject) => {
        const outgoing = open(url, { ...options, method, headers, ...(signal && { signal }) });
        const watch = new Watch(outgoing, request, limits);
        outgoing.on('error', (error) => {
            watch.end();
            reject(signal?.aborted ? signal.reason : error);
        });
        outgoing.on('response', (message) => {
            watch.answering(message);
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
            pump(body, outgoing, sent).catch((error) => {
                reject(error);
                outgoing.destroy();
            });
        }
    });
}
/** Ends an exchange that is silent for too long, or takes too long on the whole. */
class Watch {
    #began = performance.now();
    #request;
    #limits;
    #subject;
    #timer;
    constructor(outgoing, request, limits) {
        this.#request = request;
        this.#limits = limits;
        this.#subject = outgoing;
        outgoing.setTimeout(limits.idleMilliseconds, () => this.#stop('no answer for', limits.idleMilliseconds));
        const { body, expectedBytes = 0 } = request;
        this.#allow((body === undefined ? 0 : 'open' in body ? body.size : body.byteLength) + expectedBytes);
    }
    answering(message) {
        this.#subject = message;
        message.once('close', () => this.end());
        const declared = Number(message.headers['content-length']);
        if (declared > 0)
            this.#allow(declared);
    }
    end() {
        clearTimeout(this.#timer);
    }
    #allow(bytes) {
        clearTimeout(this.#timer);
        const allowed = this.#limits.totalMilliseconds + (bytes / slowestBytesPerSecond) * 1000;
        const left = Math.min(allowed - (performance.now() - this.#began), 2 ** 31 - 1);
        this.#timer = setTimeout(() => this.#stop('not finished within', allowed), Math.max(0, left));
        this.#timer.unref();
    }
    #stop(why, milliseconds) {
        const what = `${this.#request.method} ${redactUrl(this.#request.url)}`;
        this.#subject.destroy(new errors/* IngotError */.se('timed-out', `${what}: ${why} ${Number((milliseconds / 1000).toFixed(1))} s`));
    }
}
/** Sends a body as fast as the connection takes it: one promise a chunk, and none for a chunk that fits its buffer. */
async function pump(body, outgoing, sent) {
    // Listened to once for all chunks: a large body has thousands, and each of them fills the buffer.
    let goOn = () => { };
    const mayGoOn = () => goOn();
    outgoing.on('drain', mayGoOn).on('close', mayGoOn);
    const drained = (resolve) => {
        goOn = resolve;
        if (outgoing.destroyed)
            resolve();
    };
    for await (const chunk of body.open()) {
        if (outgoing.destroyed)
            return;
        sent(chunk.byteLength);
        if (!outgoing.write(chunk))
            await new Promise(drained);
        if (outgoing.destroyed)
            return;
    }
    outgoing.end();
}

;// CONCATENATED MODULE: ./lib/http/request.js
function isIdempotent(request) {
    return request.idempotent ?? (request.method !== 'POST' && request.method !== 'PATCH');
}

;// CONCATENATED MODULE: ./lib/http/retry.js


const maximumDelayMilliseconds = 60_000;
const lostConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN']);
const overloaded = new Set([408, 429, 500, 502, 503, 504]);
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
        const times = { idleMilliseconds: 60_000, totalMilliseconds: 300_000, firstDelayMilliseconds: 200 };
        this.#options = { ...times, retries: 3, insecureHosts: [], ...options };
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
            let answer;
            try {
                answer = await this.#follow(request);
                const delay = this.delayBefore(attempt, answer.header('retry-after'));
                if (isLast || delay === undefined || !isWorthRetrying(request, { answer }))
                    return await read(answer);
                retryAfter = answer.header('retry-after');
                answer.discard();
            }
            catch (error) {
                // Whoever failed to read it will not read on: an answer that nobody reads holds its connection for good.
                answer?.discard();
                request.signal?.throwIfAborted();
                if (isLast || !isWorthRetrying(request, { error }))
                    throw named(request, error);
            }
            await (0,promises_.setTimeout)(this.delayBefore(attempt, retryAfter), undefined, request.signal && { signal: request.signal });
        }
    }
    /** How long to wait before attempt `n` (from 0) is made again, in milliseconds; undefined when it is not worth waiting. */
    delayBefore(n, retryAfter) {
        return delayBefore(n, this.#options.firstDelayMilliseconds, retryAfter);
    }
    async #follow(request) {
        let current = request;
        for (let hops = 0; hops <= maximumRedirects; hops += 1) {
            this.traffic.requests += 1;
            const message = await exchange(current, this.#options, (bytes) => {
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
        if (request.redirect === 'refuse')
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
    if (isOfTrust(code)) {
        return `the certificate of ${url.host} is not trusted (${code})`;
    }
    return code;
}
function isOfTrust(code) {
    return code.includes('CERT') || code.includes('SELF_SIGNED') || code.includes('SIGNATURE');
}
function adviceFor(code) {
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
        return 'Check the name and port, and that it can be reached from this machine';
    if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
        return 'The server may speak plain HTTP: allow it with --insecure-registry';
    }
    if (isOfTrust(code)) {
        return 'Name the certificate authority in a file with NODE_EXTRA_CA_CERTS';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/http/index.js






/***/ })

};
