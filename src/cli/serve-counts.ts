import type { IommuEvent, Outstanding } from '../responder/index.ts'

/** What has come in and gone out. */
export class Counts {
  private readonly events = new Map<string, number>()
  private readonly answers = new Map<string, number>()

  add(event: IommuEvent): void {
    count(this.events, event.type)
    if (event.type === 'answer') count(this.answers, event.by)
  }

  of(type: IommuEvent['type']): number {
    return this.events.get(type) ?? 0
  }

  /** One line for the end. */
  text({ groups, requests }: Outstanding): string {
    const dropped = (['malformed', 'unknown-device', 'bad-request', 'index-reused'] as const).map((type) => `${this.of(type)} ${type}`)
    const answered = [...this.answers].map(([by, n]) => `${n} ${by}`)
    return [
      `${this.of('receive')} records (${dropped.join(', ')}, ${this.of('stop-marker')} stop-marker)`,
      `${this.of('pending')} groups`,
      `${this.of('answer')} responses${answered.length > 0 ? ` (${answered.join(', ')})` : ''}`,
      `${this.of('refused')} refused`,
      `${groups} groups and ${requests} requests outstanding`,
    ].join('; ')
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
