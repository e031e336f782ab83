package cabildo.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program: every capability wired together by Spring at the edges. Two capabilities may use
/// one word, each for a thing of its own; their packages tell them apart.
@SpringBootApplication(
    scanBasePackages = "cabildo",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Cabildo {}
