export const id = 7219;
export const ids = [7219];
export const modules = {

/***/ 27219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  accepts: () => (/* reexport */ accepts),
  launchService: () => (/* reexport */ launchService),
  OK: () => (/* reexport */ resolveCommand)
});

// UNUSED EXPORTS: describeExit, freePort, resolveInside

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/process/command.js



const script = /\.[cm]?js$/;
const maximumLinks = 40; // as Linux counts them before it gives up with ELOOP
/**
 * How an image's service is started without a container: its entrypoint with Node, absolute paths moved under `rootfs`.
 *
 * @throws IngotError `unsupported` when the entrypoint is neither Node nor a script
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/conversion.md#verbatim-fields
 */
async function resolveCommand(rootfs, config) {
    const [program, ...rest] = [...(config.config?.Entrypoint ?? []), ...(config.config?.Cmd ?? [])];
    const isNode = program !== undefined && (0,external_node_path_.basename)(program) === 'node';
    if (!isNode && (program === undefined || !script.test(program)))
        throw unsupported(program);
    const cwd = (await resolveInside(rootfs, config.config?.WorkingDir || '/')).path;
    await (0,promises_.mkdir)(cwd, { recursive: true }); // a working directory that no layer holds is made, as container engines do
    const args = await Promise.all((isNode ? rest : [program, ...rest]).map((argument) => mapArgument(rootfs, argument)));
    return { args, cwd, env: Object.fromEntries((config.config?.Env ?? []).map(splitVariable)) };
}
/**
 * Where an absolute path of the image is on disk, links followed inside the image only: an absolute link starts again at
 * `rootfs`, and `..` never climbs above it.
 */
async function resolveInside(rootfs, path) {
    let todo = parts(external_node_path_.posix.resolve('/', path));
    let done = [];
    for (let links = 0; todo.length > 0;) {
        const [name = '', ...left] = todo;
        const here = (0,external_node_path_.join)(rootfs, ...done, name);
        const stat = await (0,promises_.lstat)(here).catch(() => undefined);
        if (stat === undefined)
            return { path: (0,external_node_path_.join)(here, ...left), exists: false };
        if (!stat.isSymbolicLink()) {
            done = [...done, name];
            todo = left;
            continue;
        }
        links += 1;
        if (links > maximumLinks)
            throw new errors/* IngotError */.se('unsafe-layer', `${path} of the image leads through a loop of links`);
        todo = [...parts(external_node_path_.posix.resolve('/', ...done, await (0,promises_.readlink)(here))), ...left];
        done = [];
    }
    return { path: (0,external_node_path_.join)(rootfs, ...done), exists: true };
}
async function mapArgument(rootfs, argument) {
    if (!argument.startsWith('/'))
        return argument;
    const mapped = await resolveInside(rootfs, argument);
    return mapped.exists ? mapped.path : argument;
}
function parts(path) {
    return path.split('/').filter(Boolean);
}
function splitVariable(line) {
    const equals = line.indexOf('=');
    return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
}
function unsupported(program) {
    const what = program === undefined ? 'The image has no entrypoint' : `The image's entrypoint is ${program}`;
    return new errors/* IngotError */.se('unsupported', `${what}: without a container engine only Node and .js files can be started`, {
        advice: 'Set the entrypoint to ["node", "/path/of/the/script.js"], not to a shell',
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/process/service.js








const keptLines = 12;
const maximumLineLength = 2_000;
/**
 * Starts the service of an unpacked image with this program's own Node, and waits until its port accepts.
 *
 * @throws IngotError `unsupported` (no Node entrypoint), `target-failed` (it ended before it listened; the message holds
 *   its last lines), `timed-out`, `cancelled`
 */
async function launchService(options) {
    options.signal?.throwIfAborted();
    const command = await resolveCommand(options.rootfs, options.config);
    await closeScope(options.rootfs);
    const port = options.port ?? (await freePort());
    if (await accepts(port))
        throw new errors/* IngotError */.se('target-failed', `Port ${port} is in use by another program`);
    const child = start(command, port, options);
    const exited = watch(child, options.log);
    const stop = stopper(child, exited);
    try {
        await acceptance(port, exited, options);
    }
    catch (cause) {
        await stop(0);
        throw cause;
    }
    return { url: `http://127.0.0.1:${port}`, port, pid: child.pid, stop, exited };
}
/** True when something accepts connections on the loopback port right now. */
function accepts(port) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.createConnection)({ port, host: '127.0.0.1' });
        const settle = (answer) => {
            socket.destroy();
            resolve(answer);
        };
        socket.once('connect', () => settle(true)).once('error', () => settle(false));
        socket.setTimeout(1_000, () => settle(false));
    });
}
/** One line that says how a service ended, with its last words. */
function describeExit(exit) {
    const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
    return exit.lastLines.length === 0 ? how : `${how}: ${exit.lastLines.join(' | ')}`;
}
/**
 * Node looks for a package.json in every folder above a script, past the image's root into ours, and takes the module
 * type from the first; in a container it would find none. An empty one at the root says the same and ends the search.
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/packages.html#determining-module-system
 */
async function closeScope(rootfs) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(rootfs, 'package.json'), '{}\n', { flag: 'wx' }).catch(() => { });
}
function start(command, port, options) {
    const env = { ...command.env, ...options.environment, PORT: String(port) };
    return (0,external_node_child_process_.spawn)(process.execPath, command.args, { cwd: command.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}
function watch(child, log) {
    const lastLines = [];
    const read = (stream, keep) => {
        if (stream === null)
            return;
        (0,external_node_readline_.createInterface)({ input: stream }).on('line', (whole) => {
            const line = whole.slice(0, maximumLineLength);
            log?.(line);
            if (!keep || line.trim() === '')
                return;
            lastLines.push(line.trim());
            if (lastLines.length > keptLines)
                lastLines.shift();
        });
    };
    read(child.stdout, false);
    read(child.stderr, true);
    return new Promise((resolve) => {
        child.once('close', (code, signal) => resolve({ code, signal, lastLines }));
        child.once('error', (error) => resolve({ code: null, signal: null, lastLines: [error.message] }));
    });
}
function stopper(child, exited) {
    return async (graceMilliseconds = 5_000) => {
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
        await exited;
        clearTimeout(timer);
    };
}
async function acceptance(port, exited, options) {
    const within = options.startMilliseconds ?? 10_000;
    const deadline = Date.now() + within;
    let ended;
    void exited.then((exit) => {
        ended = exit;
    });
    while (!(await accepts(port))) {
        if (options.signal?.aborted)
            throw new errors/* IngotError */.se('cancelled', 'Cancelled while the service was starting');
        if (ended !== undefined) {
            throw new errors/* IngotError */.se('target-failed', `The service ended before it listened on port ${port} (${describeExit(ended)})`);
        }
        if (Date.now() > deadline) {
            throw new errors/* IngotError */.se('timed-out', `The service did not listen on port ${port} within ${within / 1000} s`, {
                advice: 'The service must listen on the port that it is given in the variable PORT',
            });
        }
        await (0,external_node_timers_promises_.setTimeout)(20);
    }
}
/** A port that was free a moment ago. */
async function freePort() {
    const server = (0,external_node_net_.createServer)();
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === 'object' && address !== null ? address.port : 0;
}

;// CONCATENATED MODULE: ./lib/process/index.js




/***/ })

};
