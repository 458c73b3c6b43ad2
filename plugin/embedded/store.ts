import type { ObjectModel, WorkspaceModel } from './model.ts';
import { objectNamed } from './model.ts';
import { type Row, Table } from './table.ts';

/** All tables of a workspace, and the journal that makes one mutation atomic over them. */
export class Store {
  readonly model: WorkspaceModel;
  private readonly tables = new Map<string, Table>();
  private journal: (() => void)[] | null = null;

  constructor(model: WorkspaceModel) {
    this.model = model;
    for (const object of model.objects) this.tables.set(object.nameSingular, new Table(object));
  }

  table(object: ObjectModel): Table {
    const table = this.tables.get(object.nameSingular);
    if (table === undefined) throw new Error(`This workspace has no object "${object.nameSingular}"`);
    return table;
  }

  tableNamed(nameSingular: string): Table {
    return this.table(objectNamed(this.model, nameSingular));
  }

  insert(object: ObjectModel, row: Row): void {
    this.journal?.push(this.table(object).insert(row));
  }

  replace(object: ObjectModel, row: Row): void {
    this.journal?.push(this.table(object).replace(row));
  }

  remove(object: ObjectModel, id: string): void {
    this.journal?.push(this.table(object).remove(id));
  }

  /** Runs writes that stand or fall together. Writing outside of one is refused. */
  atomically<T>(work: () => T): T {
    if (this.journal !== null) throw new Error('A mutation is already under way');
    const journal: (() => void)[] = [];
    this.journal = journal;
    try {
      return work();
    } catch (error) {
      for (const undo of journal.reverse()) undo();
      throw error;
    } finally {
      this.journal = null;
    }
  }
}
