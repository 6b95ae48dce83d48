# The reference of `npm run bench` for the measures: the same data, the same figures, by R.
# Called with the folder of the data; prints one line for each task: task, seconds, figure, megabytes.
folder <- commandArgs(TRUE)[1]
read <- function(name) as.matrix(read.csv(file.path(folder, name), header = FALSE))

# Elapsed seconds of the fastest of some runs, as R keeps time in milliseconds: each run repeats what is short.
timed <- function(times, f, runs = 3) {
  best <- Inf
  for (run in seq_len(runs)) {
    took <- system.time(for (i in seq_len(times)) figure <- f())[["elapsed"]] / times
    best <- min(best, took)
  }
  list(seconds = best, figure = figure)
}
say <- function(task, seconds, figure, megabytes = NA) cat(task, seconds, format(figure, digits = 15), megabytes, "\n")
has <- function(package) suppressWarnings(suppressMessages(requireNamespace(package, quietly = TRUE)))

# Krippendorff's alpha, ordinal, from the coincidence matrix, without a loop over raters or units.
alpha <- function(m, points) {
  counts <- sapply(seq_len(points), function(point) colSums(m == point, na.rm = TRUE))
  raters <- rowSums(counts)
  counts <- counts[raters > 1, , drop = FALSE]
  weights <- counts / (raters[raters > 1] - 1)
  coincidences <- crossprod(counts, weights) - diag(colSums(weights))
  totals <- rowSums(coincidences)
  n <- sum(totals)
  ranks <- cumsum(totals) - totals / 2
  delta <- outer(ranks, ranks, function(a, b) (a - b)^2)
  1 - (n - 1) * sum(coincidences * delta) / sum(outer(totals, totals) * delta)
}
small <- read("alpha-1000.csv")
found <- timed(20, function() alpha(small, 5))
say("alpha-1000", found$seconds, found$figure)
rm(small)
large <- read("alpha-100000.csv")
storage.mode(large) <- "integer"
invisible(gc(reset = TRUE))
before <- sum(gc(reset = TRUE)[, 2])
figure <- alpha(large, 5)
megabytes <- sum(gc()[, 6]) - before
found <- timed(1, function() alpha(large, 5))
say("alpha-100000", found$seconds, found$figure, megabytes)
rm(large)

if (has("multilevel")) {
  teams <- read("teams.csv")
  team <- teams[, 1]
  items <- as.data.frame(teams[, -1])
  agreement <- function() {
    c(
      mean(multilevel::rwg(items[[1]], team, 2)$rwg),
      mean(multilevel::rwg.j(items, team, 2)$rwg.j),
      mean(multilevel::ad.m(items, team)$AD.M),
      mean(multilevel::awg(items[[1]], team, c(1, 5))$a.wg, na.rm = TRUE)
    )
  }
  found <- timed(1, agreement)
  say("teams", found$seconds, sum(found$figure))
} else {
  cat("absent multilevel\n")
}

if (has("vegan")) {
  ranks <- read("ranks.csv")
  # vegan ranks the judges' columns; a p by 9,999 shuffles within judges.
  found <- timed(1, function() vegan::kendall.global(t(ranks), nperm = 9999)$Concordance_analysis[1, 1], runs = 2)
  say("w", found$seconds, found$figure)
} else {
  cat("absent vegan\n")
}

# The best of all splits of twelve raters into two sides of two or more, and how often shuffled answers split as well.
split <- read("split.csv")
n <- nrow(split)
sides <- t(sapply(1:(2^(n - 1) - 1), function(code) as.integer(intToBits(code))[1:n]))
sizes <- rowSums(sides)
sides <- sides[sizes >= 2 & sizes <= n - 2, ]
sizes <- rowSums(sides)
centred <- function(m) sweep(sweep(m, 1, rowMeans(m)), 2, colMeans(m) - mean(m))
between <- function(m) {
  products <- tcrossprod(m)
  own <- rowSums((sides %*% products) * sides)
  max(own / sizes + own / (n - sizes)) / sum(diag(products))
}
faction <- function() {
  m <- centred(split)
  observed <- between(m)
  reached <- 0
  for (draw in 1:999) if (between(centred(apply(m, 2, sample))) >= observed) reached <- reached + 1
  observed
}
found <- timed(1, faction)
say("split", found$seconds, found$figure)
