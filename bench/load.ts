import type { LoadJob } from './load/job.ts'
import { putUnderLoad } from './load/load.ts'
import { answerJobs } from './worker.ts'

/** The process that loads servers: apart from them, and from whoever asks for it. */
// Whoever starts it types it as a worker for these jobs.
answerJobs((job) => putUnderLoad(job as LoadJob))
