/** Every failed call ends as one of these; `status` 0 means that the server could not be reached. */
export class ProblemError extends Error {
    problem;
    constructor(problem) {
        super(`${problem.status} ${problem.title.en}`);
        this.problem = problem;
        this.name = 'ProblemError';
    }
    get status() {
        return this.problem.status;
    }
}
/** Whether the same call may go well later: the server was away or busy, or nobody was signed in. */
export function mayHeal({ status, type }) {
    return (status === 0 ||
        status >= 500 ||
        [401, 408, 425, 429].includes(status) ||
        type === '/problems/request-in-flight');
}
//# sourceMappingURL=problem.js.map