/** Waits for the task, or until the signal comes: then it rejects with its reason, and the task goes on for others. */
export function unlessAborted(signal, task) {
	if (!signal) return task;
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
		void task.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
	});
}
/** Waits so many milliseconds; once the signal has come it holds no timer, and it is never over. */
export function pause(milliseconds, signal) {
	return new Promise((resolve) => {
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, milliseconds);
		const stop = () => clearTimeout(timer);
		if (signal?.aborted) stop();
		else signal?.addEventListener("abort", stop, { once: true });
	});
}
