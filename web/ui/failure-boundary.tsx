import { Component, type ReactNode } from 'react'

type FailureBoundaryProps = {
  /** What is shown; where it changes, what failed before is tried anew. */
  of: string
  /** Drawn in place of a view that could not be drawn; `onRetry` draws the view anew. */
  renderFailure: (failure: { reason: string; onRetry: () => void }) => ReactNode
  children: ReactNode
}

type State = { failed: string | null; reason: string }

/** Keeps a view that fails from taking the rest of the page with it. */
export class FailureBoundary extends Component<FailureBoundaryProps, State> {
  override state: State = { failed: null, reason: '' }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: '', reason: error instanceof Error ? error.message : String(error) }
  }

  static getDerivedStateFromProps({ of }: FailureBoundaryProps, state: State): State {
    if (state.failed === '') return { ...state, failed: of }
    return state.failed === null || state.failed === of ? state : { failed: null, reason: '' }
  }

  override render(): ReactNode {
    const { failed, reason } = this.state
    if (failed === null) return this.props.children
    const onRetry = () => this.setState({ failed: null, reason: '' })
    return this.props.renderFailure({ reason, onRetry })
  }
}
