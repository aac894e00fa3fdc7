/** A binary heap of whole numbers by cost, smallest first: what flooding, areas and roads all walk with. */
import { at } from '../rng.ts';

export class CostHeap {
  private costs: number[] = [];
  private items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number, cost: number): void {
    let i = this.items.length;
    this.items.push(item);
    this.costs.push(cost);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (at(this.costs, parent) <= at(this.costs, i)) break;
      this.swap(i, parent);
      i = parent;
    }
  }

  /** The cheapest item and its cost; the heap must not be empty. */
  pop(): [item: number, cost: number] {
    const top: [number, number] = [at(this.items, 0), at(this.costs, 0)];
    const last = this.items.length - 1;
    this.swap(0, last);
    this.items.pop();
    this.costs.pop();
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < last && at(this.costs, child) < at(this.costs, least)) least = child;
      }
      if (least === i) return top;
      this.swap(i, least);
      i = least;
    }
  }

  private swap(i: number, j: number): void {
    [this.items[i], this.items[j]] = [at(this.items, j), at(this.items, i)];
    [this.costs[i], this.costs[j]] = [at(this.costs, j), at(this.costs, i)];
  }
}
