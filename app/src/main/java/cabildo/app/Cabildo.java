package cabildo.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program: every capability wired together by Spring at the edges.
@SpringBootApplication(scanBasePackages = "cabildo")
public class Cabildo {}
