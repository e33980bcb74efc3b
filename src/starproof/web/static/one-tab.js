// Of the tabs that show the same answer, one records; the others wait until it is closed.
const once = () => {
  const made = {};
  made.promise = new Promise((resolve) => (made.resolve = resolve));
  return made;
};

export class OneTab {
  constructor(name) {
    this.name = name;
    [this.held, this.left] = [once(), once()];
  }

  // Done once this tab is the one; `waits` is called where another is.
  async take(waits) {
    if (!navigator.locks) return;
    const first = navigator.locks.request(this.name, { ifAvailable: true }, (lock) => lock && this.hold());
    const mine = await Promise.race([first.then(() => false), this.held.promise]);
    if (mine) return;
    waits();
    navigator.locks.request(this.name, () => this.hold());
    await this.held.promise;
  }

  hold() {
    this.held.resolve(true);
    return this.left.promise;
  }

  leave() {
    this.left.resolve();
  }
}
