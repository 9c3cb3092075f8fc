export const id = 4437;
export const ids = [4437,7219];
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




/***/ }),

/***/ 84437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  admit: () => (/* reexport */ admit),
  atFullWeight: () => (/* reexport */ atFullWeight),
  countersSince: () => (/* reexport */ countersSince),
  describeEvent: () => (/* reexport */ describeEvent),
  effectOf: () => (/* reexport */ effectOf),
  hostPid: () => (/* reexport */ hostPid),
  judgeTick: () => (/* reexport */ promote_judge/* judgeTick */.p6),
  judgement: () => (/* reexport */ promote_judge/* judgement */._U),
  latencyBounds: () => (/* reexport */ counters_latencyBounds),
  loadRecording: () => (/* reexport */ promote_judge.loadRecording),
  minimumRequests: () => (/* reexport */ promote_judge/* minimumRequests */.Dz),
  parseJudgeState: () => (/* reexport */ promote_judge/* parseJudgeState */.CS),
  parseRecording: () => (/* reexport */ promote_judge/* parseRecording */.f),
  plan: () => (/* reexport */ plan),
  previewRollout: () => (/* reexport */ previewRollout),
  processTarget: () => (/* reexport */ processTarget),
  renderRollout: () => (/* reexport */ renderRollout),
  replay: () => (/* reexport */ promote_judge.replay),
  rollbackTarget: () => (/* reexport */ rollbackTarget),
  runRollout: () => (/* reexport */ runRollout),
  runTick: () => (/* reexport */ runTick),
  startJudge: () => (/* reexport */ promote_judge/* startJudge */.Sl),
  stepsOf: () => (/* reexport */ stepsOf),
  stopHost: () => (/* reexport */ stopHost),
  summarise: () => (/* reexport */ promote_judge.summarise),
  targetMetrics: () => (/* reexport */ targetMetrics),
  tickBetween: () => (/* reexport */ tickBetween)
});

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/promote/targets/target.js
/** The target itself says: this digest, healthy, with all the traffic. The only ground on which success is claimed. */
function atFullWeight(observation, digest) {
    const { stable, canary, weight } = observation;
    const track = weight === 100 ? canary : weight === 0 ? stable : null;
    return track !== null && track.digest === digest && track.healthy;
}

;// CONCATENATED MODULE: ./lib/promote/plan.js


const healthPollMilliseconds = 50;
/** A service that ended by itself so often, one start after the other, will not become healthy by waiting. */
const hopelessRestarts = 5;
/**
 * The next move of a rollout. Pure and total: the same situation always has the same answer, whatever happened before,
 * so that a run may die at any instruction and the next one goes on.
 */
function plan(situation) {
    const { state, generation, observation } = situation;
    const rollout = state.rollout;
    if (state.generation !== generation || rollout?.generation !== generation)
        return stopped(state, generation);
    if (observation.generation > generation) {
        return { kind: 'stop', why: `The target already obeys generation ${observation.generation}` };
    }
    if (isSettled(state, rollout))
        return planCleanup(rollout, observation);
    if (rollout.phase === 'aborting')
        return planAborting(state, rollout, observation);
    if (rollout.kind === 'rollback')
        return planRollback(situation, rollout);
    return planPromotion(situation, rollout);
}
/** The rollout's candidate has become stable in the ledger; only the old track may still be running. */
function isSettled(state, rollout) {
    return state.history.some(({ generation, event }) => generation === rollout.generation && event !== 'aborted');
}
function planCleanup({ candidate, kind }, { stable, canary, weight }) {
    const outcome = kind === 'rollback' ? 'rolled-back' : 'promoted';
    if (stable?.digest === candidate.digest) {
        if (canary === null)
            return { kind: 'finish', outcome };
        return weight > 0 ? { kind: 'undo', canary: canary.digest } : { kind: 'retire', keep: candidate.digest };
    }
    if (canary?.digest !== candidate.digest) {
        return { kind: 'halt', why: `${plan_name(candidate)} is stable in the ledger, but the target does not run it` };
    }
    return weight < 100 ? { kind: 'promote' } : { kind: 'retire', keep: candidate.digest };
}
function planAborting(state, rollout, observation) {
    const { stable, canary, weight } = observation;
    if (canary === null)
        return { kind: 'finish', outcome: 'aborted' };
    // What is to stay sits on the canary's track still, beside what it replaced: undoing would bring the older one back.
    if (isUnretired(rollout, observation))
        return makeRoom(state, observation);
    if (stable === null && rollout.previous !== null)
        return nowhere(canary, `no longer runs ${plan_name(rollout.previous)}`);
    if (stable !== null && isQuarantined(state, stable))
        return nowhere(canary, `runs ${plan_name(stable)}, which is quarantined`);
    return weight > 0 ? { kind: 'undo', canary: canary.digest } : { kind: 'retire', keep: stable?.digest ?? null };
}
function planRollback(situation, { candidate }) {
    const { observation } = situation;
    const { stable, canary, weight } = observation;
    if (atFullWeight(observation, candidate.digest))
        return { kind: 'settle', why: `${plan_name(candidate)} was asked for` };
    if (stable?.digest === candidate.digest) {
        if (canary !== null && weight > 0 && stable.healthy)
            return { kind: 'undo', canary: canary.digest };
        return awaitHealth(situation, stable);
    }
    if (canary !== null && canary.digest !== candidate.digest)
        return makeRoom(situation.state, observation);
    if (canary === null)
        return overdue(situation) ?? { kind: 'deploy', image: candidate };
    return canary.healthy ? { kind: 'promote' } : awaitHealth(situation, canary);
}
function planPromotion(situation, rollout) {
    const { observation, state, judgement } = situation;
    const { candidate, previous } = rollout;
    const { stable, canary } = observation;
    if (isUnretired(rollout, observation))
        return makeRoom(state, observation);
    if ((stable?.digest ?? null) !== (previous?.digest ?? null))
        return drifted(previous, stable);
    if (canary !== null && canary.digest !== candidate.digest)
        return makeRoom(state, observation);
    const quarantined = state.quarantine.find(({ digest }) => digest === candidate.digest);
    if (quarantined)
        return { kind: 'abort', why: `It is quarantined: ${quarantined.why}` };
    if (judgement.verdict === 'fail')
        return { kind: 'abort', why: judgement.sentence };
    if (canary === null) {
        if (rollout.weight > 0)
            return { kind: 'abort', why: 'The canary vanished from the target' };
        return overdue(situation) ?? { kind: 'deploy', image: candidate };
    }
    if (!canary.healthy)
        return previous !== null && observation.weight > 0 ? failing(canary) : awaitHealth(situation, canary);
    if (previous === null || rollout.phase === 'promoting')
        return conclude(situation, candidate.digest);
    return advance(situation, rollout);
}
/** One step after the other, each at least as long as the strategy says and with a measured canary. */
function advance(situation, rollout) {
    const { steps, observation, judgement, now } = situation;
    const late = overdue(situation);
    if (late)
        return late;
    const weight = steps.weights[rollout.step];
    if (weight === undefined)
        return rollout.step < 0 ? stepTo(steps, 0) : { kind: 'promote' };
    if (observation.weight !== weight)
        return { kind: 'shift', step: rollout.step, weight };
    const until = Date.parse(rollout.since) + steps.everyMilliseconds;
    if (now < until)
        return { kind: 'wait', for: 'soak', until, why: `It soaks at ${weight} %` };
    if (judgement.verdict === 'inconclusive' && weight < 100) {
        return { kind: 'wait', for: 'data', until: now + steps.everyMilliseconds, why: judgement.sentence };
    }
    return stepTo(steps, rollout.step + 1);
}
function stepTo({ weights }, step) {
    const weight = weights[step];
    return weight === undefined ? { kind: 'promote' } : { kind: 'shift', step, weight };
}
function conclude(situation, candidate) {
    const { observation, state, judgement } = situation;
    if (!atFullWeight(observation, candidate))
        return overdue(situation) ?? { kind: 'promote' };
    if (state.rollout?.previous === null)
        return { kind: 'settle', why: 'It is the first release here' };
    // At full weight at once there was nothing to compare it with.
    const why = judgement.verdict === 'inconclusive' ? 'It was healthy throughout; nothing was compared' : judgement.sentence;
    return { kind: 'settle', why };
}
/** Another digest sits where the candidate belongs: whatever has the traffic keeps it, the other goes. */
function makeRoom(state, observation) {
    const { stable, canary, weight } = observation;
    if (canary === null || weight === 0)
        return { kind: 'retire', keep: stable?.digest ?? null };
    if (stable === null || (state.rollout && isUnretired(state.rollout, observation))) {
        return { kind: 'retire', keep: canary.digest };
    }
    if (isQuarantined(state, stable))
        return nowhere(canary, `runs ${plan_name(stable)}, which is quarantined`);
    return { kind: 'undo', canary: canary.digest };
}
/** The stable digest still sits beside the one that it replaced: the rollout before this one was cut short at its end. */
function isUnretired({ previous }, { canary, stable, weight }) {
    return previous !== null && canary?.digest === previous.digest && stable?.digest !== previous.digest && weight === 100;
}
function nowhere(canary, why) {
    return { kind: 'halt', why: `${plan_name(canary)} is to lose its traffic, but the target ${why}` };
}
function isQuarantined(state, { digest }) {
    return state.quarantine.some((entry) => entry.digest === digest);
}
function awaitHealth(situation, track) {
    const why = `${track.version} is not healthy${track.why === undefined ? '' : `: ${track.why}`}`;
    const late = overdue(situation);
    if (late)
        return { kind: 'abort', why: `${why}, and the deadline has passed` };
    if (track.restarts >= hopelessRestarts)
        return { kind: 'abort', why: `${why}; it ended ${track.restarts} times` };
    return { kind: 'wait', for: 'health', until: situation.now + healthPollMilliseconds, why };
}
function failing(canary) {
    return { kind: 'abort', why: `The canary stopped being healthy${canary.why === undefined ? '' : `: ${canary.why}`}` };
}
function overdue({ state, deadlineMilliseconds, judgement, now }) {
    const rollout = state.rollout;
    if (rollout === null || now < Date.parse(rollout.startedAt) + deadlineMilliseconds)
        return undefined;
    const limit = `${deadlineMilliseconds / 1000} s`;
    const starved = judgement.verdict === 'inconclusive' && rollout.weight > 0;
    const why = starved ? `There was not enough data to judge it within ${limit}` : `It was not done within ${limit}`;
    return { kind: 'abort', why: `${why} (step ${rollout.step + 1}, ${rollout.weight} %)` };
}
function drifted(previous, stable) {
    const expected = previous === null ? 'nothing' : plan_name(previous);
    const actual = stable === null ? 'nothing' : plan_name(stable);
    return { kind: 'halt', why: `The ledger says that ${expected} is stable, but the target runs ${actual}` };
}
function stopped(state, generation) {
    if (state.generation === generation)
        return { kind: 'stop', why: 'The rollout was ended by another run' };
    return { kind: 'stop', why: `Generation ${generation} was overtaken by generation ${state.generation}` };
}
function plan_name({ version, digest }) {
    return `${version} (${(0,oci_digest.shortDigest)(digest)})`;
}

;// CONCATENATED MODULE: ./lib/promote/change.js

/** The state that records a decision before it is acted on. The same object when there is nothing to record. */
function change(state, decision, steps, now) {
    const rollout = state.rollout;
    if (rollout === null)
        return state;
    const since = new Date(now).toISOString();
    const withRollout = (fields) => ({ ...state, rollout: { ...rollout, ...fields } });
    switch (decision.kind) {
        case 'shift':
            return withRollout({ step: decision.step, weight: decision.weight, since });
        case 'promote':
            return withRollout({ phase: 'promoting', step: steps.weights.length, weight: 100, since });
        case 'abort':
            return abort(state, rollout, decision.why, now);
        case 'settle':
            return settle(state, rollout, decision.why, now);
        case 'finish':
            return isSettled(state, rollout) ? { ...state, rollout: null } : closeAborted(state, now);
        default:
            return state;
    }
}
/** Ends an aborting rollout: its candidate is quarantined already, the history says why. */
function closeAborted(state, now) {
    const rollout = state.rollout;
    if (rollout === null)
        return state;
    const entry = entryOf(rollout, 'aborted', rollout.why ?? 'It was aborted', now);
    return { ...state, rollout: null, history: [...state.history, entry] };
}
function withQuarantine(state, left, why, now) {
    if (state.quarantine.some(({ digest }) => digest === left.digest))
        return state;
    const entry = { digest: left.digest, version: left.version, at: new Date(now).toISOString(), why };
    return { ...state, quarantine: [...state.quarantine, entry] };
}
function abort(state, rollout, why, now) {
    const since = new Date(now).toISOString();
    const aborting = { ...state, rollout: { ...rollout, phase: 'aborting', weight: 0, since, why } };
    // What is stable stays allowed: there is nothing better to go to.
    if (rollout.candidate.digest === state.stable?.digest)
        return aborting;
    return withQuarantine(aborting, rollout.candidate, why, now);
}
function settle(state, rollout, why, now) {
    const { candidate, previous, kind } = rollout;
    const event = kind === 'rollback' ? 'rolled-back' : 'promoted';
    const since = new Date(now).toISOString();
    const settled = {
        ...state,
        stable: { ...candidate, since },
        history: [...state.history, entryOf(rollout, event, why, now)],
        rollout: { ...rollout, phase: 'promoting', weight: 100, since },
    };
    if (kind === 'promotion' || previous === null || previous.digest === candidate.digest)
        return settled;
    return withQuarantine(settled, previous, `Rolled back to ${candidate.version}`, now);
}
function entryOf(rollout, event, why, now) {
    const { candidate, previous, generation, startedAt } = rollout;
    const seconds = Math.max(0, (now - Date.parse(startedAt)) / 1000);
    const at = new Date(now).toISOString();
    return { ...candidate, at, generation, event, from: previous?.digest ?? null, why, seconds };
}

// EXTERNAL MODULE: ./lib/promote/judge/index.js + 11 modules
var promote_judge = __webpack_require__(75791);
;// CONCATENATED MODULE: ./lib/promote/admit.js




/**
 * Decides on a wish to promote or to roll back. Pure. A newer promotion takes the place of an older one; a rollback takes
 * the place of anything and quarantines the candidate that it interrupts; a promotion never interrupts a rollback.
 */
function admit(state, request, observation) {
    const { candidate, kind } = request;
    const running = state.rollout;
    const bad = state.quarantine.find(({ digest }) => digest === candidate.digest);
    const same = running?.candidate.digest === candidate.digest;
    if (kind === 'promotion') {
        if (running !== null && same && running.kind === 'promotion')
            return resume(running);
        if (bad)
            return refuse('quarantined', `${admit_name(candidate)} is quarantined since ${bad.at}: ${bad.why}`);
        if (running?.kind === 'rollback') {
            return refuse('superseded', `A rollback to ${admit_name(running.candidate)} is under way: promote again when it has ended`);
        }
        if (state.stable?.digest === candidate.digest)
            return { kind: 'already-stable' };
        return begin(state, request);
    }
    // A target that obeys a higher generation than this ledger knows (an older copy, while the real one is out of reach)
    // would refuse every order of the rollout that was begun: it is begun again, above.
    const obeyed = running !== null && observation.generation <= running.generation;
    if (running?.kind === 'rollback' && same && running.phase !== 'aborting' && obeyed)
        return resume(running);
    if (bad)
        return refuse('quarantined', `${admit_name(candidate)} is quarantined since ${bad.at}: ${bad.why}`);
    const served = observation.canary === null && atFullWeight(observation, candidate.digest);
    if (running === null && state.stable?.digest === candidate.digest && served)
        return { kind: 'already-stable' };
    return begin(interrupted(state, request), request, observation.generation);
}
function begin(before, { kind, candidate, metrics, alpha, startedAt }, atLeast = 0) {
    const state = before.rollout?.phase === 'aborting' ? closeAborted(before, startedAt) : before;
    const generation = Math.max(state.generation, atLeast) + 1;
    const at = new Date(startedAt).toISOString();
    const recording = {
        alpha,
        metrics: metrics.map(({ name, kind, maxRatio }) => ({ name, kind, 'max-ratio': maxRatio })),
        ticks: [],
    };
    const rollout = {
        generation,
        kind,
        candidate: { digest: candidate.digest, image: candidate.image, version: candidate.version },
        previous: state.stable && {
            digest: state.stable.digest,
            image: state.stable.image,
            version: state.stable.version,
        },
        startedAt: at,
        phase: 'advancing',
        step: -1,
        weight: 0,
        since: at,
        why: null,
        judge: (0,promote_judge/* startJudge */.Sl)(metrics, alpha),
        counters: null,
        recording,
    };
    return { kind: 'begin', state: { ...state, generation, rollout } };
}
/** A rollback leaves the running candidate behind for good, unless that is where it leads or what is stable already. */
function interrupted(state, { candidate, startedAt }) {
    const running = state.rollout;
    if (running?.kind !== 'promotion' || running.phase === 'aborting')
        return state;
    const left = running.candidate;
    if (left.digest === candidate.digest || left.digest === state.stable?.digest)
        return state;
    const why = 'A rollback interrupted its promotion';
    return closeAborted({ ...withQuarantine(state, left, why, startedAt), rollout: { ...running, why } }, startedAt);
}
function resume({ generation }) {
    return { kind: 'resume', generation };
}
function refuse(reason, why) {
    return { kind: 'refuse', reason, why };
}
function admit_name({ version, digest }) {
    return `${version} (${(0,oci_digest.shortDigest)(digest)})`;
}

;// CONCATENATED MODULE: ./lib/promote/decision.js
function effectOf(decision, rollout, observation) {
    const candidate = rollout.candidate.digest;
    switch (decision.kind) {
        case 'deploy':
            return { verb: 'deploy', image: decision.image };
        case 'shift':
            return { verb: 'shift', canary: candidate, weight: decision.weight };
        case 'promote':
            return observation.weight === 100 ? undefined : { verb: 'shift', canary: candidate, weight: 100 };
        case 'abort':
            return undoAtOnce(rollout, observation);
        case 'undo':
            return { verb: 'shift', canary: decision.canary, weight: 0 };
        case 'retire':
            return { verb: 'retire', keep: decision.keep };
        default:
            return undefined;
    }
}
/** An abort does not wait for another look at the target when there is a stable track to go back to. */
function undoAtOnce({ previous }, { stable, canary, weight }) {
    const safe = canary !== null && weight > 0 && stable !== null && stable.digest === previous?.digest;
    return safe ? { verb: 'shift', canary: canary.digest, weight: 0 } : undefined;
}

;// CONCATENATED MODULE: ./lib/promote/event.js

/** What a decision that has been carried out is worth telling. */
function eventsOf(decision, state, effect) {
    switch (decision.kind) {
        case 'deploy':
            return [{ kind: 'deployed' }];
        case 'shift':
        case 'promote':
            return effect ? [{ kind: 'shifted' }] : [];
        case 'undo':
            return [{ kind: 'undone' }];
        case 'retire':
            return [{ kind: 'retired' }];
        case 'wait':
            return [{ ...decision, kind: 'waiting', until: new Date(decision.until).toISOString() }];
        case 'abort':
            return [{ kind: 'aborting', why: decision.why }, ...(effect ? [{ kind: 'undone' }] : [])];
        case 'stop':
            return [{ kind: 'stopped', why: decision.why }];
        case 'halt':
            return [{ kind: 'halted', why: decision.why }];
        case 'settle':
            return latest(state);
        case 'finish':
            return decision.outcome === 'aborted' ? latest(state) : [];
    }
}
function latest(state) {
    return state.history.slice(-1).map(({ event, why, seconds }) => ({ kind: event, why, seconds }));
}
/** The event as a line of the log; it carries version, digest and weight. */
function describeEvent(event) {
    return `${event.environment}/${event.app} ${event.version} (${(0,oci_digest.shortDigest)(event.digest)}): ${what(event)}`;
}
function what(event) {
    switch (event.kind) {
        case 'began':
            return `generation ${event.generation} begins`;
        case 'resumed':
            return `generation ${event.generation} goes on at ${event.weight} %`;
        case 'deployed':
            return 'deployed without traffic';
        case 'shifted':
            return `has ${event.weight} % of the traffic`;
        case 'undone':
            return 'has no traffic any more';
        case 'retired':
            return 'what ran beside the stable track is stopped';
        case 'judged':
            return `${event.verdict}: ${event.sentence}`;
        case 'waiting':
            return event.for === 'health' ? `waits: ${event.why}` : `waits until ${event.until}: ${event.why}`;
        case 'aborting':
        case 'stopped':
        case 'halted':
            return `${event.kind}: ${event.why}`;
        default:
            return `${event.kind} after ${event.seconds.toFixed(1)} s: ${event.why}`;
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/promote/history.js

/**
 * Where a rollback leads. Without a wish: to the stable digest while a promotion is under way (the canary is what has to
 * go), otherwise to the newest digest that was stable before and is not quarantined; a rollback that was cut short goes on.
 *
 * @param to digest, or version, of something that has been stable in this environment
 * @throws IngotError `no-rollback-target`, `quarantined`
 */
function rollbackTarget(state, to) {
    if (to !== undefined)
        return wished(state, to);
    if (state.rollout?.kind === 'rollback')
        return state.rollout.candidate;
    if (state.rollout !== null && state.stable !== null)
        return state.stable;
    const good = everStable(state).find(({ digest }) => digest !== state.stable?.digest && !quarantine(state, digest));
    if (good)
        return good;
    if (everStable(state).length === 0)
        throw unknown(state);
    throw new errors/* IngotError */.se('no-rollback-target', `Nothing that was stable in ${state.environment} can be gone back to`, {
        advice: 'Promote another release instead: quarantined digests are never deployed again',
    });
}
function unknown({ environment, app }) {
    return new errors/* IngotError */.se('no-rollback-target', `The ledger knows nothing that was ever stable for ${app} in ${environment}`, {
        advice: 'Check --environment and --ledger; in a clone, fetch the branch: git fetch origin ingot-ledger:ingot-ledger',
    });
}
function wished(state, to) {
    const found = everStable(state).find(({ digest, version }) => digest === to || version === to);
    if (!found) {
        const known = [...new Set(everStable(state).map(({ version }) => version))].slice(0, 10).join(', ');
        if (known === '')
            throw unknown(state);
        throw new errors/* IngotError */.se('no-rollback-target', `${to} has never been stable in ${state.environment}`, {
            advice: `These have been: ${known}. Use promote for anything else`,
        });
    }
    const bad = quarantine(state, found.digest);
    if (bad)
        throw new errors/* IngotError */.se('quarantined', `${found.version} is quarantined since ${bad.at}: ${bad.why}`);
    return found;
}
/** Newest first; the stable one leads. */
function everStable(state) {
    const entries = state.history.filter(({ event }) => event !== 'aborted').reverse();
    return (state.stable === null ? entries : [state.stable, ...entries]).map(({ digest, image, version }) => ({
        digest,
        image,
        version,
    }));
}
function quarantine(state, digest) {
    return state.quarantine.find((entry) => entry.digest === digest);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(96723);
;// CONCATENATED MODULE: ./lib/promote/metrics/counters.js

/**
 * Upper bounds of the latency buckets, in seconds. A request that takes longer than the last is in the total alone.
 *
 * @see https://prometheus.io/docs/concepts/metric_types/#histogram
 */
const counters_latencyBounds = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 0.75, 1, 2.5, 5, 10,
];
/** Whole numbers that only grow, until a restart of what counts them: then `epoch` is another. */
const countersSchema = schemas/* object */.Ikc({
    epoch: schemas/* string */.YjP(),
    /** Requests that were answered or failed; those that the client itself gave up are left out. */
    total: schemas/* number */.aig().int().nonnegative(),
    /** Answered with a 5xx status, or not at all. */
    bad: schemas/* number */.aig().int().nonnegative(),
    /** `[le in seconds, requests that took at most so long]`, rising. */
    buckets: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig().int().nonnegative()])),
});
/** Counts since `before`; everything when there is no `before`, or when the counters started again in between. */
function countersSince(before, now) {
    if (before === null || before.epoch !== now.epoch || before.total > now.total)
        return now;
    const earlier = new Map(before.buckets);
    return {
        epoch: now.epoch,
        total: now.total - before.total,
        bad: Math.max(0, now.bad - before.bad),
        buckets: now.buckets.map(([le, count]) => [le, Math.max(0, count - (earlier.get(le) ?? 0))]),
    };
}

;// CONCATENATED MODULE: ./lib/promote/metrics/source.js


/** The counters that the target keeps while it splits the traffic. */
const targetMetrics = {
    read: async ({ canary, stable }) => ({ canary: canary?.counters ?? null, stable: stable?.counters ?? null }),
};
const readingSchema = schemas/* object */.Ikc({ canary: countersSchema.nullable(), stable: countersSchema.nullable() });
/** A reading as the ledger kept it; null when there is none, or when another version wrote it in a way unknown here. */
function parseReading(value) {
    const parsed = readingSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
}
/** The counts between two readings, as a recording holds them: `{at, weight, <metric>: {canary, stable}}`. */
function tickBetween(metrics, before, now, tick) {
    const { canary, stable } = now;
    if (canary === null || stable === null)
        return tick;
    const sides = { canary: countersSince(before.canary, canary), stable: countersSince(before.stable, stable) };
    const comparisons = metrics.map(({ name, kind }) => {
        const counts = kind === 'ratio' ? ratio : histogram;
        return [name, { canary: counts(sides.canary), stable: counts(sides.stable) }];
    });
    return { ...tick, ...Object.fromEntries(comparisons) };
}
const ratio = ({ bad, total }) => ({ bad, total });
const histogram = ({ buckets, total }) => ({ buckets, total });

;// CONCATENATED MODULE: ./lib/promote/report.js

/** A rollout as Markdown: what came of it, its steps with the judge's last word at each, and where things stand. */
function renderRollout(title, result, events) {
    const { stable } = result.state;
    const standing = stable ? `${stable.version} (\`${(0,oci_digest.shortDigest)(stable.digest)}\`)` : 'nothing yet';
    const rows = stepRows(events);
    const table = rows.length === 0 ? [] : ['', '| time | weight | what happened |', '|---|---:|---|', ...rows];
    return [
        `### ${title}: ${result.outcome}`,
        '',
        plain(result.why),
        ...table,
        '',
        `Stable: ${standing}. Took ${result.seconds.toFixed(1)} s.`,
        ...(result.nextAt === null ? [] : [`Goes on at ${result.nextAt}.`]),
        '',
    ].join('\n');
}
/** One row an event; of the many judgements in a step only the last. */
function stepRows(events) {
    const told = events.filter((event, index) => {
        if (event.kind === 'waiting')
            return false;
        return event.kind !== 'judged' || nextTold(events, index)?.kind !== 'judged';
    });
    return told.map((event) => `| ${event.at.slice(11, 19)} | ${event.weight} % | ${plain(wordsOf(event))} |`);
}
function nextTold(events, index) {
    return events.slice(index + 1).find(({ kind }) => kind !== 'waiting');
}
function wordsOf(event) {
    switch (event.kind) {
        case 'judged':
            return `${event.verdict}: ${event.sentence} (canary: ${event.canary.bad} bad of ${event.canary.total})`;
        case 'aborting':
        case 'stopped':
        case 'halted':
        case 'promoted':
        case 'rolled-back':
        case 'aborted':
            return `${event.kind}: ${event.why}`;
        default:
            return event.kind;
    }
}
/** Text from elsewhere must not become a table or markup. */
function plain(text) {
    return text.replace(/[|<>`\\]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/promote/measure.js


/**
 * Takes the counts since the last tick to the judge. Counts are differences of cumulative counters that the ledger
 * keeps, so a tick that was never written is made good by the next.
 */
function measure({ metrics, alpha }, rollout, observation, reading, now) {
    const before = parseReading(rollout.counters);
    const weight = observation.weight;
    const comparable = rollout.phase === 'advancing' && weight > 0 && weight < 100 && rollout.step >= 0;
    if (metrics.length === 0)
        return { judgement: unmeasured, rollout: { ...rollout, counters: reading }, judged: false };
    const state = (0,promote_judge/* parseJudgeState */.CS)(rollout.judge);
    if (!comparable || before === null || reading.canary === null || reading.stable === null) {
        const kept = reading.canary === null ? rollout : { ...rollout, counters: reading };
        return { judgement: (0,promote_judge/* judgement */._U)(metrics, alpha, state), rollout: kept, judged: false };
    }
    if (isQuiet(before, reading))
        return { judgement: (0,promote_judge/* judgement */._U)(metrics, alpha, state), rollout, judged: false };
    const tick = tickBetween(metrics, before, reading, { at: new Date(now).toISOString(), weight });
    const { state: judge, ...verdict } = (0,promote_judge/* judgeTick */.p6)(metrics, alpha, state, tick);
    const recording = { ...rollout.recording, ticks: [...rollout.recording.ticks, tick] };
    return { judgement: verdict, rollout: { ...rollout, judge, counters: reading, recording }, judged: true };
}
/** No request on either track: there is nothing to learn, not even that the canary is silent. */
function isQuiet(before, now) {
    const total = ({ canary, stable }) => `${canary?.epoch} ${canary?.total} ${stable?.epoch} ${stable?.total}`;
    return total(before) === total(now);
}
/** Requests that the canary has answered so far, and how many of them badly. */
function canaryCounts(rollout) {
    const canary = parseReading(rollout.counters)?.canary;
    return { bad: canary?.bad ?? 0, total: canary?.total ?? 0 };
}
const unmeasured = {
    verdict: 'unmeasured',
    sentence: 'It was healthy throughout; there is nothing to measure it by',
};

;// CONCATENATED MODULE: ./lib/promote/tick.js






/**
 * One tick: observe the target, read the ledger, judge, decide, write the decision down, act on it. It may die anywhere:
 * what was written and not done is done by the next, what was done twice changes nothing.
 */
async function runTick(context, generation) {
    const { target, source, ledger, environment, app, signal } = context;
    const observation = await target.observe(signal);
    const reading = await source.read(observation, signal);
    const now = context.clock();
    let decided;
    const state = await ledger.updateEnvironment(environment, app, (current) => {
        const next = decide(context, generation, current, observation, reading, now);
        decided = next;
        return next.change;
    });
    if (decided === undefined)
        throw new errors/* IngotError */.se('internal', 'The ledger did not ask for a decision');
    const { decision, rollout, judged } = decided;
    const tick = { decision, state, rollout, observation };
    if (rollout === null)
        return tick;
    if (judged)
        tell(context, rollout, { kind: 'judged', ...judged, canary: canaryCounts(rollout) });
    const effect = effectOf(decision, rollout, observation);
    if (effect)
        await act(context, generation, effect);
    for (const told of eventsOf(decision, state, effect))
        tell(context, state.rollout ?? rollout, told);
    return tick;
}
function decide(context, generation, current, observation, reading, now) {
    const { steps, deadlineMilliseconds } = context;
    const overtaken = current.rollout === null || current.rollout.generation !== generation;
    const measured = overtaken || current.rollout === null ? undefined : measure(context, current.rollout, observation, reading, now);
    const state = measured === undefined ? current : { ...current, rollout: measured.rollout };
    const judgement = measured?.judgement ?? { verdict: 'unmeasured', sentence: '' };
    const decision = plan({ generation, state, steps, deadlineMilliseconds, observation, judgement, now });
    const after = change(state, decision, steps, now);
    // The last counts before a canary is stopped say how many requests it has hurt.
    const isLastCount = decision.kind === 'retire' && state.rollout?.phase === 'aborting';
    const isMoved = after !== state || measured?.judged === true || isLastCount;
    return {
        decision,
        rollout: measured?.rollout ?? null,
        judged: measured?.judged ? judgement : undefined,
        change: isMoved && measured ? written(after, measured.rollout, decision) : undefined,
    };
}
/** A finished rollout leaves its recording behind, for the judge to be replayed on. */
function written(state, rollout, decision) {
    const { generation, recording, candidate } = rollout;
    const message = `${state.environment}/${state.app}: ${subject(decision, candidate.version, rollout.weight)}`;
    return { state, message, ...(decision.kind === 'finish' && { recording: { generation, recording } }) };
}
function subject(decision, version, weight) {
    switch (decision.kind) {
        case 'shift':
            return `${version} to ${decision.weight}%`;
        case 'promote':
            return `${version} to 100%`;
        case 'settle':
            return `${version} is stable`;
        case 'abort':
            return `abort ${version}`;
        case 'finish':
            return `${version} ${decision.outcome}`;
        default:
            return `${version} measured at ${weight}%`;
    }
}
async function act({ target, signal }, generation, effect) {
    const order = { generation, ...(signal && { signal }) };
    switch (effect.verb) {
        case 'deploy':
            return target.deploy(effect.image, order);
        case 'shift':
            return target.shift(effect.canary, effect.weight, order);
        case 'retire':
            return target.retire(effect.keep, order);
    }
}
/** Tells an event about a rollout. */
function tell({ environment, app, clock, onEvent }, rollout, told) {
    const { generation, candidate, weight } = rollout;
    const { digest, version } = candidate;
    onEvent?.({ at: new Date(clock()).toISOString(), environment, app, generation, digest, version, weight, ...told });
}

;// CONCATENATED MODULE: ./lib/promote/rollout.js





const mostRepeats = 40;
const mostRefusals = 5;
const repeatPauseMilliseconds = 50;
const onceHealthMilliseconds = 30_000;
/**
 * Makes a candidate stable, or finds out that it must not be. Whatever runs there keeps serving. When the run dies, the
 * next one with the same wish goes on where it stopped.
 *
 * @throws IngotError when target or ledger cannot be reached, or the image not staged: nothing has begun then, or the
 *   rollout stays as it is and can be resumed; `cancelled`
 */
async function runRollout(context, request, options) {
    const refusal = await preview(context, request);
    if (refusal)
        return refusal;
    await context.target.stage(request.candidate, context.signal);
    const { admission, state } = await rollout_begin(context, request);
    if (admission.kind === 'refuse' || admission.kind === 'already-stable')
        return declined(admission, state);
    if (state.rollout)
        tell(context, state.rollout, { kind: admission.kind === 'begin' ? 'began' : 'resumed' });
    return rollout_advance(context, state.rollout?.generation ?? state.generation, request.startedAt, options);
}
/** What would be done with a wish, by the ledger alone: the target is not even looked at. */
function previewRollout(state, request) {
    return admit(state, request, { generation: 0, stable: null, canary: null, weight: 0 });
}
async function preview(context, request) {
    const state = await context.ledger.readEnvironment(context.environment, context.app);
    const admission = admit(state, request, await context.target.observe(context.signal));
    if (admission.kind === 'begin' || admission.kind === 'resume')
        return undefined;
    return declined(admission, state);
}
async function rollout_begin(context, request) {
    const { ledger, target, environment, app, signal } = context;
    const observation = await target.observe(signal);
    let admission;
    const state = await ledger.updateEnvironment(environment, app, (current) => {
        admission = admit(current, request, observation);
        if (admission.kind !== 'begin')
            return undefined;
        const { kind, candidate } = request;
        const left = current.rollout;
        const message = `${environment}/${app}: ${kind} of ${candidate.version} begins`;
        const recording = left && left.recording.ticks.length > 0 ? { generation: left.generation, recording: left.recording } : null;
        return { state: admission.state, message, ...(recording && { recording }) };
    });
    if (admission === undefined)
        throw new errors/* IngotError */.se('internal', 'The ledger did not ask for a decision');
    return { admission, state };
}
async function rollout_advance(context, generation, startedAt, { intervalMilliseconds, once = false, sleep = pause }) {
    const refusals = { count: 0 };
    let repeats = 0;
    let previous;
    for (;;) {
        if (context.signal?.aborted)
            throw cancelled(previous);
        const tick = await nextTick(context, generation, refusals);
        const ended = rollout_conclude(context, tick, startedAt);
        if (ended)
            return ended;
        const { decision } = tick;
        if (decision.kind === 'wait') {
            const isPatient = decision.for === 'health' && context.clock() < startedAt + onceHealthMilliseconds;
            if (once && !isPatient)
                return inProgress(context, tick, decision.until, startedAt);
            await sleep(Math.max(10, Math.min(intervalMilliseconds, decision.until - context.clock())), context.signal);
        }
        else if (decision.kind === previous?.decision.kind) {
            repeats += 1;
            if (repeats > mostRepeats)
                throw stubborn(context.target, decision.kind);
            await sleep(repeatPauseMilliseconds, context.signal);
        }
        if (decision.kind !== previous?.decision.kind)
            repeats = 0;
        previous = tick;
    }
}
/**
 * A target that obeys a higher generation already has been taken over between our look and our order; one that refuses
 * an order for another reason (the canary has just ended, say) is looked at again before anything is given up.
 */
async function nextTick(context, generation, refusals) {
    try {
        const tick = await runTick(context, generation);
        refusals.count = 0;
        return tick;
    }
    catch (cause) {
        const reason = cause instanceof errors/* IngotError */.se ? cause.reason : undefined;
        const isRefused = reason === 'target-failed' && refusals.count < mostRefusals;
        if (!(cause instanceof errors/* IngotError */.se) || !(isRefused || reason === 'superseded'))
            throw cause;
        const { ledger, environment, app, target, signal } = context;
        const [state, observation] = await Promise.all([ledger.readEnvironment(environment, app), target.observe(signal)]);
        const seen = { state, rollout: null, observation };
        if (reason === 'superseded')
            return { ...seen, decision: { kind: 'stop', why: cause.message } };
        refusals.count += 1;
        const until = context.clock() + repeatPauseMilliseconds;
        return { ...seen, decision: { kind: 'wait', for: 'health', until, why: cause.message } };
    }
}
function rollout_conclude(context, tick, startedAt) {
    const { decision, state, rollout } = tick;
    if (decision.kind === 'stop') {
        return { ...resultOf(context, tick, startedAt), outcome: 'refused', reason: 'superseded', why: decision.why };
    }
    if (decision.kind === 'halt') {
        return { ...resultOf(context, tick, startedAt), outcome: 'refused', reason: 'drifted', why: decision.why };
    }
    if (decision.kind !== 'finish')
        return undefined;
    const { outcome } = decision;
    const why = state.history.findLast(({ generation }) => generation === rollout?.generation)?.why ?? '';
    const reason = outcome === 'aborted' ? 'canary-aborted' : outcome;
    const weight = outcome === 'aborted' ? 0 : 100;
    return { ...resultOf(context, tick, startedAt), outcome, reason, why, weight };
}
function inProgress(context, tick, until, startedAt) {
    const why = tick.decision.kind === 'wait' ? tick.decision.why : '';
    const nextAt = new Date(until).toISOString();
    return { ...resultOf(context, tick, startedAt), outcome: 'in-progress', reason: 'in-progress', why, nextAt };
}
function resultOf(context, { state, rollout }, startedAt) {
    const knew = rollout?.phase === 'aborting' ? (Date.parse(rollout.since) - Date.parse(rollout.startedAt)) / 1000 : null;
    const settled = state.history.findLast((entry) => entry.generation === rollout?.generation && entry.event !== 'aborted');
    return {
        state,
        weight: rollout?.weight ?? 0,
        nextAt: null,
        seconds: Math.max(0, (context.clock() - startedAt) / 1000),
        rollout,
        candidateCounts: rollout ? canaryCounts(rollout) : { bad: 0, total: 0 },
        fullTrafficAfterSeconds: settled ? (Date.parse(settled.at) - startedAt) / 1000 : null,
        knewAfterSeconds: knew,
    };
}
function declined(admission, state) {
    const nothing = {
        state,
        nextAt: null,
        seconds: 0,
        rollout: null,
        candidateCounts: { bad: 0, total: 0 },
        fullTrafficAfterSeconds: null,
        knewAfterSeconds: null,
    };
    if (admission.kind === 'refuse') {
        return { ...nothing, outcome: 'refused', reason: admission.reason, why: admission.why, weight: 0 };
    }
    const why = `${state.stable?.version} is stable already`;
    return { ...nothing, outcome: 'already-stable', reason: 'already-stable', why, weight: 100 };
}
function cancelled(last) {
    const where = last?.rollout ? ` at ${last.rollout.weight} %` : '';
    return new errors/* IngotError */.se('cancelled', `Cancelled: the rollout stays where it is${where}`, {
        advice: 'Run the same command again to go on with it, or roll back',
    });
}
function stubborn(target, what) {
    return new errors/* IngotError */.se('target-failed', `The target ${target.location} was told to ${what} ${mostRepeats} times and does not`);
}
async function pause(milliseconds, signal) {
    // A cancellation ends the pause; the loop then sees it.
    await (0,promises_.setTimeout)(milliseconds, undefined, signal ? { signal } : {}).catch(() => { });
}

;// CONCATENATED MODULE: ./lib/promote/strategy.js
/** Blue-green is a canary whose only step is from 0 to 100: it soaks there while the old track is still warm. */
function stepsOf(strategy) {
    if (strategy.kind === 'blue-green')
        return { weights: [100], everyMilliseconds: strategy.soakMilliseconds };
    return { weights: strategy.steps, everyMilliseconds: strategy.everyMilliseconds };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/image/index.js + 14 modules
var lib_image = __webpack_require__(10366);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(17535);
// EXTERNAL MODULE: ./lib/process/index.js + 2 modules
var lib_process = __webpack_require__(27219);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/promote/targets/process/paths.js




const longestSocketPath = 100; // sun_path holds 104 bytes on macOS, 108 on Linux
/** Where the parts of a target are in its directory. */
const paths_paths = {
    state: (directory) => (0,external_node_path_.join)(directory, 'target.json'),
    log: (directory) => (0,external_node_path_.join)(directory, 'host.log'),
    images: (directory) => (0,external_node_path_.join)(directory, 'images'),
    image: (directory, digest) => (0,external_node_path_.join)(directory, 'images', (0,oci_digest/* hexOf */.Z)(digest)),
    rootfs: (directory, digest) => (0,external_node_path_.join)(directory, 'images', (0,oci_digest/* hexOf */.Z)(digest), 'rootfs'),
    config: (directory, digest) => (0,external_node_path_.join)(directory, 'images', (0,oci_digest/* hexOf */.Z)(digest), 'config.json'),
};
/** The control socket: in the target's directory, or, where its path is too long for a socket, in the user's own temporary one. */
function controlSocket(directory) {
    const path = (0,external_node_path_.join)((0,external_node_path_.resolve)(directory), 'control.sock');
    if (Buffer.byteLength(path) <= longestSocketPath)
        return { path, folder: directory };
    const name = (0,external_node_crypto_.createHash)('sha256').update((0,external_node_path_.resolve)(directory)).digest('hex').slice(0, 16);
    const folder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `ingot-${(0,external_node_os_.userInfo)().uid}`);
    return { path: (0,external_node_path_.join)(folder, `${name}.sock`), folder };
}

;// CONCATENATED MODULE: ./lib/promote/targets/process/protocol.js



const digest = schemas/* custom */.IeY((value) => typeof value === 'string' && (0,oci_digest.isDigest)(value), 'is not a sha256 digest');
const generation = schemas/* number */.aig().int().nonnegative();
const weight = schemas/* number */.aig().min(0).max(100);
const placed = schemas/* object */.Ikc({ digest, image: schemas/* string */.YjP(), version: schemas/* string */.YjP(), healthPath: schemas/* string */.YjP().startsWith('/') });
/** `target.json`: everything that a host which died is restored from. */
const hostStateSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    /** The host's; 0 when it has ended in order. */
    pid: schemas/* number */.aig().int(),
    port: schemas/* number */.aig().int(),
    generation,
    weight,
    stable: placed.nullable(),
    canary: placed.nullable(),
    /** Process ids of the services, those that are still finishing their requests too. */
    services: schemas/* array */.YOg(schemas/* number */.aig().int().positive()),
});
const requests = {
    observe: schemas/* object */.Ikc({}),
    deploy: schemas/* object */.Ikc({ generation, image: placed }),
    shift: schemas/* object */.Ikc({ generation, canary: digest, weight }),
    retire: schemas/* object */.Ikc({ generation, keep: digest.nullable() }),
    stop: schemas/* object */.Ikc({}),
};
const track = schemas/* object */.Ikc({
    digest,
    version: schemas/* string */.YjP(),
    healthy: schemas/* boolean */.zMY(),
    why: schemas/* string */.YjP().optional(),
    restarts: schemas/* number */.aig().int(),
    counters: countersSchema,
});
/** Every verb's answer: what the host sees afterwards. */
const answerSchema = schemas/* object */.Ikc({
    port: schemas/* number */.aig().int(),
    generation,
    weight,
    stable: track.nullable(),
    canary: track.nullable(),
});
const refusalSchema = schemas/* object */.Ikc({
    reason: schemas/* enum */.k5n(['superseded', 'target-failed', 'invalid-input']),
    message: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./lib/promote/targets/process/client.js






const answerMilliseconds = 30_000;
const largestAnswer = 1024 * 1024; // 1 MiB
/**
 * Gives the host of a directory an order. Undefined when no host runs there.
 *
 * @throws IngotError `superseded`, `target-failed` as the host refuses; `timed-out`
 */
async function order(directory, verb, body, signal) {
    const { path } = controlSocket(directory);
    refuseForeign(path);
    const answer = await post(path, verb, JSON.stringify(body), signal);
    if (answer === undefined)
        return undefined;
    const value = parseJson(answer.text);
    if (answer.status === 200) {
        const parsed = answerSchema.safeParse(value);
        if (parsed.success)
            return parsed.data;
    }
    else {
        const refusal = refusalSchema.safeParse(value);
        if (refusal.success)
            throw new errors/* IngotError */.se(refusal.data.reason, refusal.data.message);
    }
    throw new errors/* IngotError */.se('target-failed', `The host of ${directory} gave an answer to ${verb} that is not understood`, {
        advice: 'It may be of another version: stop it, the next command starts it again',
    });
}
function post(socketPath, verb, body, signal) {
    return new Promise((resolve, reject) => {
        const options = {
            socketPath,
            method: 'POST',
            path: `/${verb}`,
            timeout: answerMilliseconds,
            ...(signal && { signal }),
        };
        const request = (0,external_node_http_.request)(options, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > largestAnswer)
                    request.destroy(new Error('the answer is too large'));
                else
                    chunks.push(chunk);
            });
            response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
            response.on('error', reject);
        });
        request.on('timeout', () => request.destroy(new errors/* IngotError */.se('timed-out', `The target did not answer to ${verb} within ${answerMilliseconds / 1000} s`)));
        request.on('error', (error) => {
            const isAbsent = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(error.code ?? '');
            if (isAbsent)
                resolve(undefined);
            else
                reject(error);
        });
        request.end(body);
    });
}
/** Orders go to nobody but this user's own host (or, for root, to anybody's). */
function refuseForeign(path) {
    const { uid } = (0,external_node_os_.userInfo)();
    const owner = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.uid;
    if (owner === undefined || uid <= 0 || owner === uid)
        return;
    throw new errors/* IngotError */.se('target-failed', `The control socket ${path} belongs to another user`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/promote/targets/process/counting.js


/** Outcomes and latencies of one track since it started. */
class counting_RequestCounter {
    #epoch = randomUUID();
    #within = latencyBounds.map(() => 0);
    #total = 0;
    #bad = 0;
    count(milliseconds, isBad) {
        this.#total += 1;
        if (isBad)
            this.#bad += 1;
        const bucket = latencyBounds.findIndex((bound) => milliseconds <= bound * 1000);
        if (bucket >= 0)
            this.#within[bucket] = (this.#within[bucket] ?? 0) + 1;
    }
    read() {
        let sum = 0;
        const buckets = latencyBounds.map((bound, index) => {
            sum += this.#within[index] ?? 0;
            return [bound, sum];
        });
        return { epoch: this.#epoch, total: this.#total, bad: this.#bad, buckets };
    }
}

;// CONCATENATED MODULE: ./lib/promote/targets/process/supervised.js




const firstPauseMilliseconds = 200;
const longestPauseMilliseconds = 10_000;
/** A service that ran so long has recovered: its next end is the first again. */
const steadyMilliseconds = 30_000;
const probeMilliseconds = 2_000;
/** One track's service: kept running, probed, counted, and drained before it is stopped. */
class supervised_SupervisedService {
    placed;
    counter = new RequestCounter();
    /** Connections to the service; its own, so that they end with it. */
    agent = new Agent({ keepAlive: true });
    /** Requests and upgraded connections that it is serving. */
    inFlight = 0;
    /** How often in a row it ended by itself. */
    restarts = 0;
    #options;
    #stopping = new AbortController();
    #running;
    /** Resolves when the service accepts for the first time, or has failed to. */
    settled;
    #service;
    #why = 'it is starting';
    constructor(options) {
        this.placed = options.placed;
        this.#options = options;
        let settle = () => { };
        this.settled = new Promise((resolve) => {
            settle = resolve;
        });
        this.#running = this.#keepRunning(settle);
    }
    /** Where it answers now; undefined while it does not run. */
    get url() {
        return this.#service?.url;
    }
    get pid() {
        return this.#service?.pid;
    }
    /** Asks the service itself, not the traffic: any answer below 500 is healthy. */
    async probe() {
        const url = this.url;
        if (url === undefined)
            return { healthy: false, why: this.#why };
        const why = await ask(`${url}${this.placed.healthPath}`);
        return why === undefined ? { healthy: true } : { healthy: false, why: `${this.placed.healthPath} ${why}` };
    }
    /** Lets it finish what it is serving, at most so long, and stops it. */
    async retire(drainMilliseconds) {
        const deadline = Date.now() + drainMilliseconds;
        while (this.inFlight > 0 && Date.now() < deadline)
            await sleep(20);
        this.#stopping.abort();
        await this.#service?.stop();
        await this.#running;
        this.agent.destroy();
    }
    async #keepRunning(settle) {
        const { placed, rootfs, config, log } = this.#options;
        const { signal } = this.#stopping;
        while (!signal.aborted) {
            const startedAt = Date.now();
            try {
                const environment = { INGOT_DIGEST: placed.digest, INGOT_VERSION: placed.version };
                const say = (line) => log(`[${placed.version}] ${line}`);
                const service = await launchService({ rootfs, config, environment, log: say, signal });
                this.#adopt(service);
                settle();
                this.#why = `it ended by itself (${describeExit(await service.exited)})`;
            }
            catch (error) {
                this.#why = error instanceof Error ? error.message : String(error);
            }
            settle();
            this.#adopt(undefined);
            if (signal.aborted)
                return;
            if (Date.now() - startedAt > steadyMilliseconds)
                this.restarts = 0;
            this.restarts += 1;
            log(`[${placed.version}] ${this.#why}`);
            const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (this.restarts - 1));
            await sleep(pause, undefined, { signal }).catch(() => { });
        }
    }
    #adopt(service) {
        this.#service = service;
        this.#options.onProcess();
    }
}
/** Why a GET of `url` was not answered well; undefined when it was. */
function ask(url) {
    return new Promise((resolve) => {
        const request = get(url, { agent: false, timeout: probeMilliseconds }, (response) => {
            response.resume();
            const status = response.statusCode ?? 0;
            resolve(status < 500 ? undefined : `answered ${status}`);
        });
        request.on('timeout', () => request.destroy(new Error(`did not answer within ${probeMilliseconds / 1000} s`)));
        request.on('error', (error) => resolve(error.message));
    });
}

;// CONCATENATED MODULE: ./lib/promote/targets/process/host.js







const drainMilliseconds = 10_000;
const restoreMilliseconds = 10_000;
/**
 * Two places for services and the weight between them. What an order changes is on disk before it takes effect, and every
 * change of the traffic is one assignment: no request ever meets a state in between.
 */
class Host {
    #directory;
    #log;
    #split = new Split();
    #services = { stable: undefined, canary: undefined };
    #leaving = new Set();
    #retiring = new Set();
    #state;
    constructor(directory, port, log) {
        this.#directory = directory;
        this.#log = log;
        const known = readHostState(directory);
        this.#state = { ...(known ?? emptyState), pid: process.pid, port, services: [] };
        for (const pid of known?.services ?? [])
            endLeftover(pid, directory, log);
    }
    /** Starts what ran before the host ended; resolves when it answers, or after a while if it does not. */
    async restore() {
        for (const place of ['stable', 'canary']) {
            const placed = this.#state[place];
            if (placed)
                this.#services[place] = this.#revive(placed);
        }
        const { stable, canary } = this.#services;
        const weight = canary === undefined ? 0 : this.#state.weight;
        this.#save({ stable: stable?.placed ?? null, canary: canary?.placed ?? null, weight });
        const settled = Promise.all(Object.values(this.#services).map((service) => service?.settled));
        const limit = new Promise((resolve) => setTimeout(resolve, restoreMilliseconds).unref());
        await Promise.race([settled, limit]);
    }
    /** The track that serves the next request. */
    choose() {
        const { stable, canary } = this.#services;
        const { weight } = this.#state;
        if (canary === undefined || weight === 0)
            return stable;
        return weight === 100 || this.#split.isCanary(weight) ? canary : stable;
    }
    async observe() {
        const { port, generation, weight } = this.#state;
        const [stable, canary] = await Promise.all([this.#look('stable'), this.#look('canary')]);
        return { port, generation, weight, stable, canary };
    }
    deploy({ generation, image }) {
        this.#fence(generation);
        const { stable, canary } = this.#state;
        if (canary?.digest === image.digest || stable?.digest === image.digest)
            return;
        if (canary !== null)
            throw refused(`Cannot deploy ${image.version}: ${canary.version} is the canary`);
        const service = this.#start(image);
        this.#save({ canary: image, weight: 0 });
        this.#services.canary = service;
        this.#log(`deploy ${image.version} ${image.digest}`);
    }
    shift({ generation, canary: digest, weight }) {
        this.#fence(generation);
        const { stable, canary } = this.#state;
        if (canary?.digest !== digest) {
            if (stable?.digest === digest && weight === 100)
                return;
            throw refused(`Cannot shift traffic: ${digest} is not the canary`);
        }
        if (stable === null && weight !== 0 && weight !== 100)
            throw refused('Cannot split traffic: there is no stable track');
        if (weight > this.#state.weight && this.#services.canary?.url === undefined) {
            throw refused(`Cannot give traffic to ${canary.version}: it does not run`);
        }
        this.#save({ weight });
        this.#log(`shift ${canary.version} to ${weight}%`);
    }
    retire({ generation, keep }) {
        this.#fence(generation);
        const { stable, canary, weight } = this.#state;
        const { stable: stableService, canary: canaryService } = this.#services;
        if (keep === (stable?.digest ?? null)) {
            if (canary === null)
                return;
            if (weight > 0)
                throw refused(`Cannot retire ${canary.version}: it has ${weight} % of the traffic`);
            this.#save({ canary: null });
            this.#services.canary = undefined;
            this.#leave(canaryService);
        }
        else if (keep !== null && canary?.digest === keep) {
            if (weight < 100)
                throw refused(`Cannot keep only ${canary.version}: it has ${weight} % of the traffic`);
            this.#save({ stable: canary, canary: null, weight: 0 });
            this.#services.stable = canaryService;
            this.#services.canary = undefined;
            this.#leave(stableService);
        }
        else
            throw refused(`Cannot keep ${keep ?? 'nothing'}: it is not deployed`);
    }
    /** Stops every service, those that are leaving too. */
    async stop() {
        for (const service of Object.values(this.#services))
            this.#leave(service);
        await Promise.all(this.#retiring);
        this.#save({ pid: 0 });
    }
    #fence(generation) {
        const highest = this.#state.generation;
        if (generation < highest) {
            throw new IngotError('superseded', `The target obeys generation ${highest}: an order of generation ${generation} is refused`);
        }
        if (generation > highest)
            this.#save({ generation });
    }
    #start(placed) {
        const file = paths.config(this.#directory, placed.digest);
        const config = parseImageConfig(readFileSync(file), file);
        const rootfs = paths.rootfs(this.#directory, placed.digest);
        return new SupervisedService({ placed, rootfs, config, log: this.#log, onProcess: () => this.#save({}) });
    }
    /** An image that is no longer on disk is no longer in its place: the next look at the target says so. */
    #revive(placed) {
        try {
            return this.#start(placed);
        }
        catch (error) {
            this.#log(`cannot start ${placed.version} again: ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    }
    #leave(service) {
        if (service === undefined)
            return;
        this.#leaving.add(service);
        const done = service.retire(drainMilliseconds).finally(() => {
            this.#leaving.delete(service);
            this.#retiring.delete(done);
            this.#log(`retired ${service.placed.version}`);
        });
        this.#retiring.add(done);
    }
    async #look(place) {
        const service = this.#services[place];
        if (service === undefined)
            return null;
        const { placed, restarts } = service;
        const health = await service.probe();
        return { digest: placed.digest, version: placed.version, restarts, ...health, counters: service.counter.read() };
    }
    #save(fields) {
        const all = [...Object.values(this.#services), ...this.#leaving];
        const services = [...new Set(all.flatMap((service) => service?.pid ?? []))];
        const state = { ...this.#state, ...fields, services };
        const file = paths.state(this.#directory);
        mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
        renameSync(`${file}.new`, file);
        this.#state = state;
    }
}
/** What a host left in its directory; undefined when there never was one. */
function readHostState(directory) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(paths_paths.state(directory), 'utf8');
    }
    catch {
        return undefined;
    }
    try {
        return hostStateSchema.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new errors/* IngotError */.se('target-failed', `${paths_paths.state(directory)} is not the state of a process target`, {
            advice: 'Move the directory away; the next rollback to the stable digest fills a new one',
            cause,
        });
    }
}
const emptyState = { schemaVersion: 1, generation: 0, weight: 0, stable: null, canary: null };
function refused(message) {
    return new IngotError('target-failed', message);
}
/** A host that was killed could not stop its services; a process id that now belongs to another program is left alone. */
function endLeftover(pid, directory, log) {
    const images = paths.images(directory);
    try {
        const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(images) ||
            readlinkSync(`/proc/${pid}/cwd`).startsWith(images);
        if (!isOurs)
            return;
        process.kill(pid, 'SIGKILL');
        log(`ended the leftover service ${pid}`);
    }
    catch {
        // It is gone.
    }
}

;// CONCATENATED MODULE: ./lib/promote/targets/process/start.js








const startMilliseconds = 20_000;
const stopMilliseconds = 20_000;
/**
 * What the host of a directory sees; it is started when none runs, and then goes on running after this process has ended.
 *
 * @throws IngotError `target-failed` with the host's last lines; `invalid-config` when it listens on another port
 */
async function observeHost(place, signal) {
    const answer = (await order(place.directory, 'observe', {}, signal)) ?? (await startHost(place, signal));
    if (answer.port === place.port)
        return answer;
    throw new errors/* IngotError */.se('invalid-config', `The target in ${place.directory} listens on port ${answer.port}, not on ${place.port}`, {
        advice: `Write port: ${answer.port}, or stop the target's host first`,
    });
}
async function startHost({ directory, port, hostEntry }, signal) {
    const before = lastLines(directory, 0);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
    // Nothing of this process's environment goes along: it may hold tokens, and a runner ends what carries its marks.
    const child = (0,external_node_child_process_.spawn)(process.execPath, [hostEntry, (0,external_node_path_.resolve)(directory), String(port)], {
        cwd: directory,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {},
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
        stderr = (stderr + chunk.toString('utf8')).slice(-2_000);
    });
    let ended;
    child.once('error', (error) => {
        ended = error.message;
    });
    child.once('close', (code, name) => {
        ended ??= name ?? `exit code ${code}`;
    });
    const deadline = Date.now() + startMilliseconds;
    try {
        for (;;) {
            signal?.throwIfAborted();
            const answer = await order(directory, 'observe', {}, signal);
            if (answer)
                return answer;
            if (ended !== undefined)
                throw failed(directory, port, `${ended}. ${lastLines(directory, before.length) || stderr}`);
            if (Date.now() > deadline)
                throw failed(directory, port, `it did not answer within ${startMilliseconds / 1000} s`);
            await (0,promises_.setTimeout)(20);
        }
    }
    finally {
        child.stderr.destroy();
        child.unref();
    }
}
/**
 * Stops the host of a directory with everything that it runs; false when none ran.
 *
 * @throws IngotError `timed-out`
 */
async function stopHost(directory) {
    const answer = await order(directory, 'stop', {});
    if (answer === undefined)
        return false;
    const deadline = Date.now() + stopMilliseconds;
    for (let pid = hostPid(directory); pid > 0 && isAlive(pid); pid = hostPid(directory)) {
        if (Date.now() > deadline)
            throw new errors/* IngotError */.se('timed-out', `The host of ${directory} (process ${pid}) does not stop`);
        await (0,promises_.setTimeout)(20);
    }
    return true;
}
/** The process of the host that serves from a directory; 0 when none does. */
function hostPid(directory) {
    return readHostState(directory)?.pid ?? 0;
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch {
        return false;
    }
}
function lastLines(directory, from) {
    try {
        const text = (0,external_node_fs_.readFileSync)(paths_paths.log(directory), 'utf8');
        return from === 0 ? text : text.slice(from).trim().slice(-1_000);
    }
    catch {
        return '';
    }
}
function failed(directory, port, why) {
    const isTaken = why.includes('EADDRINUSE');
    return new errors/* IngotError */.se('target-failed', `The host of ${directory} could not be started on port ${port}: ${why.split('\n')[0]}`, {
        advice: isTaken
            ? `Port ${port} is taken by another program: choose another`
            : `Look into ${paths_paths.log(directory)}`,
    });
}

;// CONCATENATED MODULE: ./lib/promote/targets/process/process-target.js











const keptImages = 5;
/**
 * Runs images as processes of this machine behind a proxy that outlives the command. Needs nothing but Node.
 *
 * @throws IngotError `target-failed`, `unsupported`, and whatever reading the image may throw
 */
function processTarget(options) {
    const directory = (0,external_node_path_.resolve)(options.directory);
    const place = { directory, port: options.port, hostEntry: options.hostEntry };
    const tell = async (verb, body, signal) => {
        if (await order(directory, verb, body, signal))
            return;
        await observeHost(place, signal);
        if (!(await order(directory, verb, body, signal))) {
            throw new errors/* IngotError */.se('target-failed', `The host of ${directory} ended when it was told to ${verb}`);
        }
    };
    return {
        location: `process:${directory}`,
        observe: async (signal) => observationOf(await observeHost(place, signal)),
        stage: (image, signal) => stage(options, directory, image, signal),
        async deploy(image, { generation, signal }) {
            await stage(options, directory, image, signal);
            const healthPath = options.healthPath ?? '/';
            const { digest, version } = image;
            await tell('deploy', { generation, image: { digest, image: image.image, version, healthPath } }, signal);
        },
        shift: (canary, weight, { generation, signal }) => tell('shift', { generation, canary, weight }, signal),
        async retire(keep, { generation, signal }) {
            await tell('retire', { generation, keep }, signal);
            await prune(directory, await observeHost(place, signal));
        },
    };
}
/** Once on disk an image is used again: that is what makes a rollback quick. */
async function stage({ openImage }, directory, deployed, signal) {
    const { digest } = deployed;
    const folder = paths_paths.image(directory, digest);
    const rootfs = paths_paths.rootfs(directory, digest);
    if ((0,external_node_fs_.existsSync)(rootfs))
        return (0,external_node_fs_promises_.utimes)(folder, new Date(), new Date());
    const image = await openImage(deployed.image, signal);
    if (image.digest !== digest) {
        throw new errors/* IngotError */.se('digest-mismatch', `${deployed.image} is ${image.digest}, not ${digest}: it is not deployed`);
    }
    await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const config = paths_paths.config(directory, digest);
    await (0,external_node_fs_promises_.writeFile)(`${config}.new`, (0,manifest/* encodeJson */.Pr)(image.config));
    await (0,external_node_fs_promises_.rename)(`${config}.new`, config);
    const unpacked = `${rootfs}.${process.pid}`;
    try {
        await (0,lib_image.unpackImage)(image, unpacked, signal ? { signal } : {});
        await (0,lib_process/* resolveCommand */.OK)(unpacked, image.config);
        await (0,external_node_fs_promises_.rename)(unpacked, rootfs);
    }
    catch (cause) {
        await (0,external_node_fs_promises_.rm)(unpacked, { recursive: true, force: true });
        if (!(0,external_node_fs_.existsSync)(rootfs))
            throw cause; // otherwise another run has just staged the same image
    }
}
/** Keeps what runs and the images used last; the others can be unpacked again from the store. */
async function prune(directory, { stable, canary }) {
    const running = [stable, canary].flatMap((track) => (track ? (0,oci_digest/* hexOf */.Z)(track.digest) : []));
    const folders = (await (0,external_node_fs_promises_.readdir)(paths_paths.images(directory))).filter((name) => !running.includes(name));
    const dated = await Promise.all(folders.map(async (name) => ({ name, at: (await (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(paths_paths.images(directory), name))).mtimeMs })));
    const old = dated.sort((a, b) => b.at - a.at).slice(keptImages);
    for (const { name } of old)
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(paths_paths.images(directory), name), { recursive: true, force: true });
}
function observationOf({ generation, stable, canary, weight }) {
    return { generation, stable: trackOf(stable), canary: trackOf(canary), weight };
}
function trackOf(track) {
    if (track === null)
        return null;
    const { why, ...rest } = track;
    return { ...rest, ...(why !== undefined && { why }) };
}

;// CONCATENATED MODULE: ./lib/promote/index.js

















/***/ })

};
