// What can be said anew for one call of the layers that stand around `fetch`.
export {};
